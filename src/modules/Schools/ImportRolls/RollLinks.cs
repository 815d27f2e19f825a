namespace Shuren.Schools.ImportRolls;

/// <summary>Addresses of the import and export of rolls, relative to the district's.</summary>
internal static class RollLinks
{
    public const string Rolls = "schools/rolls";

    public static string Run(string roll, Guid run) => $"schools/rolls/{roll}/run/{run:N}";

    public static string Apply(string roll, Guid file) => $"schools/rolls/{roll}/apply/{file:N}";

    public static string Errors(string roll, Guid run) => $"schools/rolls/{roll}/errors/{run:N}";

    public static string Template(string roll) => $"schools/rolls/{roll}/template";

    public static string Export(string roll, string ending) => $"schools/rolls/{roll}/export/{ending}";

    public static string Undo(Guid import) => $"schools/rolls/undo/{import:N}";
}

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Addresses of the ledger, relative to the district's.</summary>
internal static class DropOutLinks
{
    public const string DropOuts = "schools/drop-outs";

    public static string DropOut(Guid id) => $"{DropOuts}/{id:N}";

    /// <summary>Where a child that was found absent is entered.</summary>
    public static string Record(Guid pupil) => $"schools/pupils/{pupil:N}/drop-out";
}

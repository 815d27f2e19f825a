namespace Shuren.Schools.KeepClasses;

/// <summary>What is typed of a class.</summary>
public sealed class ClassForm
{
    /// <summary>The school of a new class.</summary>
    public Guid? School { get; set; }

    /// <summary>Code of the grade of a new class.</summary>
    public int? Grade { get; set; }

    /// <summary>班号.</summary>
    public int? Number { get; set; }

    /// <summary>As the school calls it; empty for the usual name.</summary>
    public string? Name { get; set; }

    /// <summary>What sort of class.</summary>
    public string? Kind { get; set; }

    /// <summary>班主任.</summary>
    public Guid? Head { get; set; }

    /// <summary>From which day on the head teacher leads it.</summary>
    public DateOnly? HeadFrom { get; set; }

    /// <summary>The first day of a new class.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The version that was before the eyes.</summary>
    public long Version { get; set; }

    /// <summary>The first day on which it is no longer a class.</summary>
    public DateOnly? On { get; set; }
}

namespace Shuren.Platform.Masks;

/// <summary>
/// Marks a column that is shown masked until somebody says what for (see <see cref="Unmasking"/>).
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SensitiveAttribute(MaskKind kind) : Attribute
{
    /// <summary>How it is masked.</summary>
    public MaskKind Kind { get; } = kind;
}

/// <summary>What stays readable of a masked value.</summary>
public enum MaskKind
{
    /// <summary>Nothing: ••••.</summary>
    Whole,

    /// <summary>The first three and the last four digits: 138••••5678.</summary>
    Phone,

    /// <summary>The first letter and what follows the @: z••••@example.com.</summary>
    Email,

    /// <summary>The first and the last character: 3••••X.</summary>
    Code,
}

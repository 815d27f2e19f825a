namespace Shuren.Organization.GrantAbove;

/// <summary>What is chosen to let a bureau above know or open something.</summary>
public sealed class GrantForm
{
    /// <summary>Code of the bureau above.</summary>
    public string? Upper { get; set; }

    /// <summary>Names of the kinds.</summary>
    public string[]? Kinds { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Until { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }
}

/// <summary>Why a grant is taken back.</summary>
public sealed class RevokeForm
{
    /// <summary>Why.</summary>
    public string? Why { get; set; }
}

namespace Shuren.PlanText.Sources;

/// <summary>How much a document may cost before it is refused. The defaults are far above any work plan.</summary>
public sealed record SourceLimits
{
    /// <summary>The limits that every door uses unless it says otherwise.</summary>
    public static SourceLimits Default { get; } = new();

    /// <summary>Bytes of the file; reading stops at the first byte above. A work plan with pictures seldom reaches 20 MB.</summary>
    public long MaxFileBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>Characters of the text that is read from the file.</summary>
    public int MaxCharacters { get; init; } = 20_000_000;

    /// <summary>Pages of a paged document.</summary>
    public int MaxPages { get; init; } = 2_000;

    /// <summary>Wall-clock time for one document.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Memory that the program which reads PDF may take (its address space; a plan of 50 pages needs about 60 MB). No bound on Windows.</summary>
    public long MaxProgramBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Bytes that the parts of a .docx may unpack to, all parts together.</summary>
    public long MaxUnpackedBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many times larger a part of a .docx may be than its packed form. Real text stays below 60; a bomb is near 1000.</summary>
    public int MaxUnpackRatio { get; init; } = 250;

    /// <summary>Files inside a .docx.</summary>
    public int MaxParts { get; init; } = 10_000;

    /// <summary>How deep elements may stand in each other (HTML and Word).</summary>
    public int MaxDepth { get; init; } = 512;
}

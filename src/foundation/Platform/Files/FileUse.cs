namespace Shuren.Platform.Files;

/// <summary>What a room takes files for: which types, and whether their number at one thing is limited.</summary>
/// <param name="Types">The types that may come.</param>
/// <param name="IsCounted">Whether <see cref="FileLimits.MostPerThing"/> bounds how many may hang on one thing.</param>
public sealed record FileUse(IReadOnlyList<FileType> Types, bool IsCounted)
{
    /// <summary>What stands behind a claim: papers, tables, pictures, films. Programs, scripts, macros and archives are not evidence of anything.</summary>
    public static FileUse Evidence { get; } = new([.. FileTypes.All.Except([FileTypes.Html])], IsCounted: true);

    /// <summary>A document whose words are read.</summary>
    public static FileUse Document { get; } = new([FileTypes.Word, FileTypes.Pdf, FileTypes.Text, FileTypes.Html], IsCounted: false);

    /// <summary>The endings that the file picker offers.</summary>
    public string Accept => string.Join(',', Types.SelectMany(type => type.Endings).Distinct());
}

/// <summary>A file as it is brought.</summary>
/// <param name="Name">The name it came with.</param>
/// <param name="Content">Its bytes, read once from here; the caller closes the stream.</param>
public sealed record BroughtFile(string Name, Stream Content);

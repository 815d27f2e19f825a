using Shuren.Kernel;

namespace Shuren.Platform.Files;

/// <summary>What a file was found to be.</summary>
/// <param name="Type">Its type.</param>
/// <param name="MediaType">Its media type, with the charset of a text.</param>
public sealed record FoundType(FileType Type, string MediaType);

/// <summary>
/// Tells what a file is by its content, and holds the ending against it. A name proves nothing: a program called 照片.jpg is a program.
/// </summary>
public static class FileSniffer
{
    private const int HeadLength = 4096;

    /// <summary>Beginnings of files that say what they are: the mark and where it stands.</summary>
    private static readonly (byte[] Mark, int At, FileType Type)[] Marks =
    [
        ("%PDF-"u8.ToArray(), 0, FileTypes.Pdf),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, FileTypes.Png),
        ([0xFF, 0xD8, 0xFF], 0, FileTypes.Jpeg),
        ("GIF87a"u8.ToArray(), 0, FileTypes.Gif),
        ("GIF89a"u8.ToArray(), 0, FileTypes.Gif),
        ("WEBP"u8.ToArray(), 8, FileTypes.Webp),
        ("ID3"u8.ToArray(), 0, FileTypes.Mp3),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, FileTypes.OldOffice),
    ];

    /// <summary>Programs of Windows, Linux, macOS and Android, compiled Java, scripts with an interpreter, Windows shortcuts.</summary>
    private static readonly byte[][] Programs =
    [
        "MZ"u8.ToArray(), [0x7F, 0x45, 0x4C, 0x46], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF], [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE],
        [0xCA, 0xFE, 0xBA, 0xBE], "dex\n"u8.ToArray(), "#!"u8.ToArray(), [0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00],
    ];

    /// <summary>Films in the MPEG-4 container; the same container with another brand is a HEIC picture or a QuickTime film.</summary>
    private static readonly string[] FilmBrands = ["isom", "iso2", "iso3", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV", "dash"];

    /// <summary>Tells the type of a file on the disk.</summary>
    /// <returns>
    /// The type, or: <c>FileEmpty</c>; <c>FileProgram</c>; <c>FileMacros</c>; <c>FileKind</c> for a content that is not taken here, with the names of what is;
    /// <c>FileEnding</c> where the ending says something else than the content.
    /// </returns>
    public static async Task<Outcome<FoundType>> TellAsync(string path, string name, FileUse use, CancellationToken ct)
    {
        await using var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 64 * 1024, useAsync: true);
        return await TellAsync(content, name, use, ct);
    }

    /// <inheritdoc cref="TellAsync(string, string, FileUse, CancellationToken)"/>
    public static async Task<Outcome<FoundType>> TellAsync(Stream content, string name, FileUse use, CancellationToken ct)
    {
        var head = new byte[HeadLength];
        var length = await content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, ct);
        if (length == 0)
            return new Refusal("FileEmpty", "", name);
        Array.Resize(ref head, length);
        if (Programs.Any(mark => head.AsSpan().StartsWith(mark)))
            return new Refusal("FileProgram", "", name);
        var ending = Path.GetExtension(name).ToLowerInvariant();
        var found = ByMark(head) is { } marked ? new FoundType(marked, marked.MediaType) : null;
        if (found is null && head.AsSpan().StartsWith("PK"u8))
            found = OfficePackage.Tell(content) is { } office ? new(office, office.MediaType) : null;
        else if (found is null && await TextSniffer.CharsetAsync(content, ct) is { } charset)
            found = OfText(ending, charset);
        if (found?.Type == FileTypes.OldOffice && await MacroSniffer.HasMacrosAsync(content, ct) || found is null && OfficePackage.HasMacros(content))
            return new Refusal("FileMacros", "", name);
        if (found is { Type: { IsText: true } and not { MediaType: "text/html" } } && HasScript(head))
            return new Refusal("FileProgram", "", name);
        if (found is null || !use.Types.Contains(found.Type))
            return new Refusal("FileKind", "", name, string.Join(PlatformText.ListComma, use.Types.Select(type => type.Name()).Distinct()));
        return found.Type.Endings.Contains(ending) ? found : new Refusal("FileEnding", "", name, found.Type.Name(), string.Join(PlatformText.ListComma, found.Type.Endings));
    }

    private static FileType? ByMark(ReadOnlySpan<byte> head)
    {
        foreach (var (mark, at, type) in Marks)
        {
            if (head.Length >= at + mark.Length && head.Slice(at, mark.Length).SequenceEqual(mark))
                return type;
        }
        if (head is [0xFF, 0xFA or 0xFB or 0xF2 or 0xF3, ..])
            return FileTypes.Mp3;
        var isFilm = head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8) && FilmBrands.Contains(System.Text.Encoding.ASCII.GetString(head.Slice(8, 4)));
        return isFilm ? FileTypes.Mp4 : null;
    }

    // A text without an ending of its own is a plain text, so that the refusal can say so.
    private static FoundType OfText(string ending, string charset)
    {
        var type = FileTypes.All.FirstOrDefault(type => type.IsText && type.Endings.Contains(ending)) ?? FileTypes.Text;
        return new(type, $"{type.MediaType}; charset={charset}");
    }

    private static bool HasScript(byte[] head) => System.Text.Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).Contains("<script", StringComparison.OrdinalIgnoreCase);
}

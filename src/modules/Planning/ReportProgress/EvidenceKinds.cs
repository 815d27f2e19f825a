using System.Collections.Frozen;
using System.IO.Compression;
using System.Text;

namespace Shuren.Planning.ReportProgress;

/// <summary>
/// Which files may stand behind a report, told by their content and not by what they call themselves: papers, tables, pictures,
/// films. Programs, scripts, macros and archives are not evidence of anything.
/// </summary>
internal static class EvidenceKinds
{
    /// <summary>The endings that the file picker offers.</summary>
    public const string Accept = ".pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.wps,.et,.dps,.jpg,.jpeg,.png,.gif,.webp,.mp4,.mp3,.txt,.csv";

    private const int HeadLength = 4096;

    /// <summary>Beginnings of files that say what they are: the mark, where it stands, the endings that may carry it.</summary>
    private static readonly (byte[] Mark, int At, string[] Endings)[] Marks =
    [
        ("%PDF-"u8.ToArray(), 0, [".pdf"]),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, [".png"]),
        ([0xFF, 0xD8, 0xFF], 0, [".jpg", ".jpeg"]),
        ("GIF8"u8.ToArray(), 0, [".gif"]),
        ("WEBP"u8.ToArray(), 8, [".webp"]),
        ("ftyp"u8.ToArray(), 4, [".mp4"]),
        ("ID3"u8.ToArray(), 0, [".mp3"]),
        // The old Office format is also that of Windows installers (.msi): the ending decides.
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, [".doc", ".xls", ".ppt", ".wps", ".et", ".dps"]),
    ];

    private static readonly FrozenSet<string> OfficePackages = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".docx", ".xlsx", ".pptx", ".wps", ".et", ".dps");
    private static readonly FrozenSet<string> Texts = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, ".txt", ".csv");

    /// <summary>Whether the file may be taken; leaves the stream at its beginning.</summary>
    public static async Task<bool> AllowsAsync(EvidenceFile file, CancellationToken ct)
    {
        var head = new byte[HeadLength];
        var read = await file.Content.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false, ct);
        file.Content.Position = 0;
        var (bytes, ending) = (head.AsMemory(0, read), Path.GetExtension(file.Name));
        if (bytes.Length == 0)
            return false;
        if (Marks.Any(mark => mark.Endings.Contains(ending, StringComparer.OrdinalIgnoreCase) && bytes.Length >= mark.At + mark.Mark.Length && bytes.Span.Slice(mark.At, mark.Mark.Length).SequenceEqual(mark.Mark)))
            return true;
        if (OfficePackages.Contains(ending) && bytes.Span.StartsWith("PK"u8))
            return await IsOfficePackageAsync(file.Content, ct);
        return Texts.Contains(ending) && IsText(bytes.Span);
    }

    /// <summary>An Office file without a program in it. Only the list of entries is read, so a zip bomb does not go off.</summary>
    private static async Task<bool> IsOfficePackageAsync(Stream content, CancellationToken ct)
    {
        try
        {
            await using var package = await ZipArchive.CreateAsync(content, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, ct);
            return package.GetEntry("[Content_Types].xml") is not null && package.Entries.All(entry => !entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static bool IsText(ReadOnlySpan<byte> bytes) =>
        !bytes.Contains((byte)0) && !bytes.StartsWith("#!"u8) && !bytes.StartsWith("MZ"u8)
        && !Encoding.Latin1.GetString(bytes).Contains("<script", StringComparison.OrdinalIgnoreCase);
}

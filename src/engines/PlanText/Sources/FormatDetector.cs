using System.IO.Compression;
using System.Text;

namespace Shuren.PlanText.Sources;

/// <summary>Tells what a file is: by its content first, by its name only where content leaves it open.</summary>
internal static class FormatDetector
{
    private static readonly (byte[] Signature, string Name)[] Foreign =
    [
        ("{\\rtf"u8.ToArray(), ".rtf"), ([0xFF, 0xD8, 0xFF], ".jpg"), ([0x89, 0x50, 0x4E, 0x47], ".png"), ("GIF8"u8.ToArray(), ".gif"),
        ([0x49, 0x49, 0x2A, 0x00], ".tif"), ([0x4D, 0x4D, 0x00, 0x2A], ".tif"), ("Rar!"u8.ToArray(), ".rar"), ([0x1F, 0x8B], ".gz"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], ".7z"), ("SQLite format 3"u8.ToArray(), ".db"), ([0x7F, 0x45, 0x4C, 0x46], "program"),
        ("MIME-Version:"u8.ToArray(), ".mht"), ("<?mso-application"u8.ToArray(), ".xml"),
    ];

    /// <summary>The format, and for an unsupported one the word by which a user knows it.</summary>
    internal static (FileFormat Format, string Name) Detect(byte[] bytes, string fileName)
    {
        var head = bytes.AsSpan(0, Math.Min(bytes.Length, 1024));
        if (head.IndexOf("%PDF-"u8) >= 0)
            return (FileFormat.Pdf, ".pdf");
        if (head.StartsWith("PK"u8))
            return DetectPackage(bytes, fileName);
        if (head.StartsWith(CompoundFile.Signature))
            return DetectCompound(bytes, fileName);
        foreach (var (signature, name) in Foreign)
        {
            if (head.StartsWith(signature))
                return (FileFormat.Unsupported, NameOf(fileName, name));
        }
        if (head.IndexOf("<?mso-application"u8) >= 0)
            return (FileFormat.Unsupported, "Word 2003 XML");
        return (FileFormat.PlainText, "");
    }

    /// <summary>What a text is, once it is decoded.</summary>
    internal static FileFormat DetectText(string text, string fileName)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        var head = text.AsSpan(0, Math.Min(text.Length, 2048)).TrimStart();
        var isHtml = head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<html", StringComparison.OrdinalIgnoreCase)
            || head.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || (extension is ".html" or ".htm" or ".xhtml" or ".shtml" && text.Contains('<', StringComparison.Ordinal));
        if (isHtml)
            return FileFormat.Html;
        return extension is ".md" or ".markdown" ? FileFormat.Markdown : FileFormat.PlainText;
    }

    private static (FileFormat Format, string Name) DetectPackage(byte[] bytes, string fileName)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
            if (zip.GetEntry("word/document.xml") is not null || zip.GetEntry("[Content_Types].xml") is not null && HasWordPart(zip))
                return (FileFormat.Docx, ".docx");
            var name = zip.GetEntry("xl/workbook.xml") is not null ? ".xlsx"
                : zip.GetEntry("ppt/presentation.xml") is not null ? ".pptx"
                : zip.GetEntry("mimetype") is not null ? ".odt"
                : zip.GetEntry("OFD.xml") is not null ? ".ofd"
                : ".zip";
            return (FileFormat.Unsupported, NameOf(fileName, name, ".docx"));
        }
        catch (Exception error) when (error is InvalidDataException or IOException or ArgumentException or OverflowException)
        {
            // A zip whose directory cannot be read: cut off, or flipped bits. (Names may be invalid too, hence ArgumentException.)
            return (FileFormat.Broken, "");
        }
    }

    private static bool HasWordPart(ZipArchive zip) =>
        zip.Entries.Any(entry => entry.FullName.StartsWith("word/document", StringComparison.OrdinalIgnoreCase));

    private static (FileFormat Format, string Name) DetectCompound(byte[] bytes, string fileName)
    {
        if (CompoundFile.HasStream(bytes, "EncryptedPackage"))
            return (FileFormat.Encrypted, "");
        if (CompoundFile.HasStream(bytes, "Workbook"))
            return (FileFormat.Unsupported, NameOf(fileName, ".xls", ".docx"));
        if (CompoundFile.HasStream(bytes, "PowerPoint Document"))
            return (FileFormat.Unsupported, NameOf(fileName, ".ppt", ".docx"));
        return (FileFormat.Unsupported, NameOf(fileName, ".doc", ".docx"));
    }

    /// <summary>The user's own ending where there is one that does not lie, else the ending that the content has.</summary>
    private static string NameOf(string fileName, string byContent, string? lie = null)
    {
        var extension = Path.GetExtension(fileName).ToLowerInvariant();
        return extension is "" or ".txt" or ".pdf" or ".html" or ".htm" or ".md" || extension == lie || extension.Length > 6 ? byContent : extension;
    }
}

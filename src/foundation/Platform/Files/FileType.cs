namespace Shuren.Platform.Files;

/// <summary>A type of file that the house knows by its content.</summary>
/// <param name="MediaType">Its media type, without the charset of a text.</param>
/// <param name="Name">What people call it, in the language of the request.</param>
/// <param name="Endings">The endings that a file of this content may have, with the dot, in lower case.</param>
public sealed record FileType(string MediaType, Func<string> Name, params string[] Endings)
{
    /// <summary>A text: several types share the same kind of content, and the ending decides.</summary>
    public bool IsText => MediaType.StartsWith("text/", StringComparison.Ordinal);
}

/// <summary>The types that the house can tell.</summary>
public static class FileTypes
{
    public static readonly FileType Pdf = new("application/pdf", () => "PDF", ".pdf");
    public static readonly FileType Word = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", () => PlatformText.TypeWord, ".docx", ".wps");
    public static readonly FileType Excel = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", () => PlatformText.TypeExcel, ".xlsx", ".et");
    public static readonly FileType Slides = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", () => PlatformText.TypeSlides, ".pptx", ".dps");

    /// <summary>Word, Excel, PowerPoint and WPS before 2007: one container, told apart by the ending alone.</summary>
    public static readonly FileType OldOffice = new("application/x-ole-storage", () => PlatformText.TypeOldOffice, ".doc", ".xls", ".ppt", ".wps", ".et", ".dps");
    public static readonly FileType Jpeg = new("image/jpeg", () => PlatformText.TypeJpeg, ".jpg", ".jpeg");
    public static readonly FileType Png = new("image/png", () => PlatformText.TypePng, ".png");
    public static readonly FileType Gif = new("image/gif", () => PlatformText.TypeGif, ".gif");
    public static readonly FileType Webp = new("image/webp", () => PlatformText.TypeWebp, ".webp");
    public static readonly FileType Mp4 = new("video/mp4", () => PlatformText.TypeMp4, ".mp4");
    public static readonly FileType Mp3 = new("audio/mpeg", () => PlatformText.TypeMp3, ".mp3");
    public static readonly FileType Text = new("text/plain", () => PlatformText.TypeText, ".txt", ".md");
    public static readonly FileType Csv = new("text/csv", () => PlatformText.TypeCsv, ".csv");
    public static readonly FileType Html = new("text/html", () => PlatformText.TypeHtml, ".html", ".htm");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FileType> All { get; } = [Pdf, Word, Excel, Slides, OldOffice, Jpeg, Png, Gif, Webp, Mp4, Mp3, Text, Csv, Html];

    /// <summary>The type of a stored file; null for one that was stored before types were told.</summary>
    /// <param name="mediaType">With or without a charset.</param>
    public static FileType? Of(string? mediaType) => mediaType is null ? null : All.FirstOrDefault(type => type.MediaType == mediaType.Split(';')[0]);
}

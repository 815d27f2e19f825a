using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Shuren.Platform.Files;

/// <summary>Tells a Word, Excel or PowerPoint file from any other zip by its list of content types. Nothing else is unpacked, so a zip bomb does not go off.</summary>
internal static class OfficePackage
{
    private const int MostEntries = 20_000;
    private const int MostDirectory = 8 * 1024 * 1024;
    private const int MostTypes = 1024 * 1024;
    private const int EndLength = 22;

    private static readonly (string Main, FileType Type)[] Mains =
    [
        ("wordprocessingml.document.main+xml", FileTypes.Word), ("spreadsheetml.sheet.main+xml", FileTypes.Excel), ("presentationml.presentation.main+xml", FileTypes.Slides),
        ("presentationml.slideshow.main+xml", FileTypes.Slides),
    ];

    /// <returns>The type, or null for another zip, a broken one or one with a program in it.</returns>
    public static FileType? Tell(Stream content) => Look(content) is { Macros: false, Types: var types }
        ? Mains.Where(main => types.Contains(main.Main, StringComparison.Ordinal)).Select(main => main.Type).FirstOrDefault() : null;

    /// <summary>Whether it is an Office file with a program in it.</summary>
    public static bool HasMacros(Stream content) => Look(content) is { Macros: true };

    private static (bool Macros, string Types)? Look(Stream content)
    {
        if (!IsModest(content))
            return null;
        try
        {
            content.Position = 0;
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.GetEntry("[Content_Types].xml") is not { } list)
                return null;
            var types = ReadStart(list);
            return (types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || package.Entries.Any(entry => entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)), types);
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    private static string ReadStart(ZipArchiveEntry entry)
    {
        using var opened = entry.Open();
        var buffer = new byte[(int)Math.Clamp(entry.Length, 0, MostTypes)];
        return Encoding.UTF8.GetString(buffer, 0, opened.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false));
    }

    /// <summary>Whether the directory at the end is of a size that an Office file has, and reaches exactly to its end: the reader holds all of it in memory.</summary>
    private static bool IsModest(Stream content)
    {
        var tail = new byte[(int)Math.Min(content.Length, EndLength + ushort.MaxValue)];
        content.Position = content.Length - tail.Length;
        content.ReadExactly(tail);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndLength)
            return false;
        var end = tail.AsSpan(at);
        var (entries, size, offset) = (BinaryPrimitives.ReadUInt16LittleEndian(end[10..]), BinaryPrimitives.ReadUInt32LittleEndian(end[12..]), BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        return entries <= MostEntries && size <= MostDirectory && offset + (long)size == content.Length - tail.Length + at;
    }
}

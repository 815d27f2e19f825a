using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Shuren.Documents.Workbooks.Reading;

namespace Shuren.Documents.Workbooks;

/// <summary>Reads .xlsx, .xls and .csv files that people have filled in. Never throws on any bytes: a bad file is refused in words.</summary>
public static class WorkbookReader
{
    // The old .xls format names its letters by code page; .NET knows those only after this.
    static WorkbookReader() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads a file from the stream's position to its end. What it is, its bytes say and not its name.</summary>
    /// <param name="stream">Need not be able to seek; it stays open.</param>
    /// <param name="fileName">Names the sheet of a .csv.</param>
    /// <param name="limits">How much is allowed; null for the defaults.</param>
    /// <example><code>
    /// var reading = WorkbookReader.Read(upload, "学校名单.xlsx");
    /// if (reading.Refusal is { } refusal) return refusal.Message;
    /// </code></example>
    public static WorkbookReading Read(Stream stream, string fileName, WorkbookLimits? limits = null)
    {
        limits ??= new();
        if (Load(stream, limits.MaxBytes) is not { } bytes)
            return Refused(Refusals.TooBig(limits.MaxBytes));
        if (bytes.Length == 0)
            return Refused(Refusals.Empty);
        try
        {
            return Parse(bytes, fileName, limits);
        }
        catch (InvalidPasswordException)
        {
            return Refused(Refusals.Password);
        }
        catch (HeaderException)
        {
            return Refused(Refusals.NotAWorkbook);
        }
        catch (Exception broken) when (IsDamage(broken))
        {
            return Refused(Refusals.Damaged);
        }
    }

    private static WorkbookReading Parse(byte[] bytes, string fileName, WorkbookLimits limits)
    {
        using var file = new MemoryStream(bytes, writable: false);
        switch (FileKinds.Of(bytes))
        {
            case FileKind.Other:
                return Refused(Refusals.NotAWorkbook);
            case FileKind.WebPage:
                return Refused(Refusals.WebPage);
            case FileKind.Locked:
                return Refused(Refusals.Password);
            case FileKind.Text:
                return Csv(FileKinds.Decode(bytes), fileName, limits);
            case FileKind.Xlsx when !FileKinds.UnpacksWithin(file, limits.MaxUnpackedBytes):
                return Refused(Refusals.Unpacked(limits.MaxUnpackedBytes));
        }
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        return new SheetsReader(reader, limits).Read();
    }

    private static WorkbookReading Csv(string text, string fileName, WorkbookLimits limits)
    {
        using var utf8 = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var reader = ExcelReaderFactory.CreateCsvReader(utf8, new() { FallbackEncoding = Encoding.UTF8, AutodetectSeparators = [',', '\t', ';'] });
        var reading = new SheetsReader(reader, limits).Read();
        return reading with { Sheets = [.. reading.Sheets.Select(s => s with { Name = Path.GetFileNameWithoutExtension(fileName) })] };
    }

    private static byte[]? Load(Stream stream, long maxBytes)
    {
        using var copy = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            if (copy.Length + read > maxBytes)
                return null;
            copy.Write(buffer, 0, read);
        }
        return copy.ToArray();
    }

    /// <summary>
    /// What ExcelDataReader, the zip and the XML reader were seen to throw on damaged bytes. It promises no kind of its own for them, so
    /// the list stands here; a kind that is not in it is a bug of ours and goes on.
    /// </summary>
    private static bool IsDamage(Exception thrown) => thrown is ExcelReaderException or XmlException or IOException or FormatException
        or ArgumentException or InvalidOperationException or InvalidCastException or NullReferenceException or IndexOutOfRangeException
        or KeyNotFoundException or OverflowException or NotSupportedException or InvalidDataException or DivideByZeroException;

    private static WorkbookReading Refused(DocumentRefusal refusal) => new([], refusal);
}

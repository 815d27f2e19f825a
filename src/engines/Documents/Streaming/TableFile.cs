using System.Text;
using Shuren.Documents.Streaming.Csv;
using Shuren.Documents.Streaming.Xlsx;
using Shuren.Documents.Workbooks;
using Shuren.Documents.Workbooks.Reading;

namespace Shuren.Documents.Streaming;

/// <summary>A file that was opened, or why not.</summary>
/// <param name="File">Null when refused; the caller disposes it.</param>
/// <param name="Refusal">Null when the file was opened.</param>
public readonly record struct TableOpening(TableFile? File, DocumentRefusal? Refusal = null);

/// <summary>One sheet of a file.</summary>
/// <param name="Index">Its place among the sheets, from 0.</param>
/// <param name="Name">As on the tab; for a .csv the file's name.</param>
/// <param name="IsHidden">True where the user does not see the tab.</param>
public sealed record TableSheet(int Index, string Name, bool IsHidden);

/// <summary>
/// A large table read row by row: .xlsx and .csv of millions of rows in memory that does not grow with them; an .xls, which ends at 65,536 rows, is held whole.
/// </summary>
/// <remarks>Never throws on any bytes: a bad file is refused in words, at once or, where the damage shows later, by <see cref="Refusal"/> after its rows.</remarks>
/// <example><code>
/// var opening = TableFile.Open(upload, "学生名册.xlsx");
/// if (opening.Refusal is { } refusal) return refusal.Message;
/// using var file = opening.File;
/// foreach (var row in file.Rows(file.Sheets[0])) Take(row);
/// if (file.Refusal is { } broken) return broken.Message;
/// </code></example>
public abstract class TableFile : IDisposable
{
    private const int HeadLength = 4096;

    // The old .xls format and many a .csv name their letters by code page; .NET knows those only after this.
    static TableFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private protected TableFile()
    {
    }

    /// <summary>The sheets in the order of their tabs, hidden ones included.</summary>
    public abstract IReadOnlyList<TableSheet> Sheets { get; }

    /// <summary>Why the rows ended before the end of the file; null where they did not. Ask after the rows.</summary>
    public DocumentRefusal? Refusal { get; private protected set; }

    /// <summary>Opens a file. What it is, its bytes say and not its name.</summary>
    /// <param name="stream">Must be able to seek; it stays open and is read as long as the file is.</param>
    /// <param name="fileName">Names the sheet of a .csv.</param>
    /// <param name="limits">How much is allowed; null for the defaults.</param>
    public static TableOpening Open(Stream stream, string fileName, TableLimits? limits = null)
    {
        limits ??= new();
        if (stream.Length > limits.MaxBytes)
            return new(null, Refusals.TooBig(limits.MaxBytes));
        stream.Position = 0;
        var head = new byte[HeadLength];
        var kind = FileKinds.Of(head.AsSpan(0, stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false)));
        stream.Position = 0;
        return stream.Length == 0 ? new(null, Refusals.Empty) : kind switch
        {
            FileKind.Xlsx => XlsxFile.OpenPackage(stream, limits),
            FileKind.Xls or FileKind.Locked => HeldFile.OpenOld(stream, fileName),
            FileKind.Text => CsvFile.OpenText(stream, fileName, limits),
            FileKind.WebPage => new(null, Refusals.WebPage),
            _ => new(null, Refusals.NotAWorkbook),
        };
    }

    /// <summary>The rows of a sheet that hold something, in order. May be asked more than once, but not twice at the same time.</summary>
    public abstract IEnumerable<RowReading> Rows(TableSheet sheet);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what the file holds open.</summary>
    private protected virtual void Dispose(bool disposing)
    {
    }
}

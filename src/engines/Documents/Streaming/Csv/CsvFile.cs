using System.Text;
using CsvHelper;
using Shuren.Documents.Workbooks;

namespace Shuren.Documents.Streaming.Csv;

/// <summary>A .csv or .txt: one sheet, all cells texts. Encoding and delimiter are found in the file itself.</summary>
internal sealed class CsvFile(Stream stream, string name, TableLimits limits) : TableFile
{
    private const int HeadLength = 32_768;

    /// <summary>A quotation mark that nobody closes makes the rest of the file one record; no true record is as long.</summary>
    private const int MaxRecordBytes = 1_048_576;

    private readonly Encoding encoding = TextEncoding.Of(stream);
    private int? openQuote;

    public override IReadOnlyList<TableSheet> Sheets { get; } = [new(0, Path.GetFileNameWithoutExtension(name), false)];

    internal static TableOpening OpenText(Stream stream, string name, TableLimits limits) => new(new CsvFile(stream, name, limits));

    public override IEnumerable<RowReading> Rows(TableSheet sheet)
    {
        var separator = Separator();
        stream.Position = 0;
        using var text = Text();
        using var csv = CsvReader.Create(text, OptionsFor(separator), leaveOpen: true);
        for (var count = 0; Next(csv);)
        {
            var cells = Cells(csv);
            if (cells.Length > limits.MaxColumns)
                Refusal = Refusals.TooManyColumns(sheet.Name, limits.MaxColumns);
            if (cells.Length > 0 && ++count > limits.MaxRows)
                Refusal = Refusals.TooManyRows(sheet.Name, limits.MaxRows);
            if (Refusal is not null)
                yield break;
            if (cells.Length > 0)
                yield return new(cells[0].Row, false, cells);
        }
    }

    private bool Next(CsvReader csv)
    {
        try
        {
            if (csv.Read() && openQuote is null)
                return true;
            if (openQuote is { } line)
                Refusal = Refusals.QuoteOpen(line);
        }
        catch (CsvFormatException malformed)
        {
            Refusal = Refusals.QuoteOpen((int)malformed.LineNumber);
        }
        catch (IOException)
        {
            Refusal = Refusals.Damaged;
        }
        return false;
    }

    /// <summary>The cells up to the last that holds something, under the number of the line on which their record begins.</summary>
    private CellReading[] Cells(CsvReader csv)
    {
        var (end, line) = (csv.FieldCount, (int)csv.LineNumber);
        while (end > 0 && csv.IsEmpty(end - 1))
            end--;
        var cells = new CellReading[end];
        for (var at = 0; at < end; at++)
            cells[at] = new(line, at + 1, csv.IsEmpty(at) ? null : Shortened(csv.GetString(at)));
        return cells;
    }

    private string Shortened(string text) => text.Length <= limits.MaxCellLength ? text : text[..limits.MaxCellLength];

    private char? Separator()
    {
        stream.Position = 0;
        using var text = Text();
        var head = new char[HeadLength];
        var read = head.AsSpan(0, text.ReadBlock(head));
        return read.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) ? null : Delimiter.Of(read);
    }

    private StreamReader Text() => new(stream, encoding, detectEncodingFromByteOrderMarks: true, 65_536, leaveOpen: true);

    private CsvReaderOptions OptionsFor(char? separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRecordBytes,
        IncludeValuesInExceptions = false,
        OnMalformedRecord = record => openQuote ??= record.Reason == CsvMalformedReason.UnterminatedQuote ? (int)record.LineNumber : null,
    };
}

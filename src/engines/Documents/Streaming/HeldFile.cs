using Shuren.Documents.Workbooks;

namespace Shuren.Documents.Streaming;

/// <summary>An .xls: read whole, because its format ends before that hurts.</summary>
internal sealed class HeldFile(IReadOnlyList<SheetReading> sheets) : TableFile
{
    public override IReadOnlyList<TableSheet> Sheets { get; } = [.. sheets.Select((sheet, at) => new TableSheet(at, sheet.Name, sheet.IsHidden))];

    internal static TableOpening OpenOld(Stream stream, string fileName)
    {
        var reading = WorkbookReader.Read(stream, fileName);
        return reading.Refusal is { } refusal ? new(null, refusal) : new(new HeldFile(reading.Sheets));
    }

    public override IEnumerable<RowReading> Rows(TableSheet sheet) => sheets[sheet.Index].Rows;
}

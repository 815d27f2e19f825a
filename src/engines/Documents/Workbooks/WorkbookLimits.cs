namespace Shuren.Documents.Workbooks;

/// <summary>How much a workbook may hold before it is refused. The defaults suit an upload by a clerk.</summary>
public sealed record WorkbookLimits
{
    /// <summary>Bytes of the file as it came.</summary>
    public long MaxBytes { get; init; } = 50 * 1_048_576;

    /// <summary>Bytes of a packed file when it is unpacked, counted by unpacking it: what it says of itself is not believed.</summary>
    public long MaxUnpackedBytes { get; init; } = 600 * 1_048_576;

    /// <summary>Sheets, hidden ones included.</summary>
    public int MaxSheets { get; init; } = 60;

    /// <summary>Rows of one sheet that hold something.</summary>
    public int MaxRows { get; init; } = 200_000;

    /// <summary>Columns up to the last that holds something.</summary>
    public int MaxColumns { get; init; } = 300;

    /// <summary>Cells of one sheet's used range, empty or not: keeps a sheet with one cell at each far corner from costing minutes.</summary>
    public long MaxCells { get; init; } = 60_000_000;
}

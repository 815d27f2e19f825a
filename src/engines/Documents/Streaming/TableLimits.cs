namespace Shuren.Documents.Streaming;

/// <summary>How much a table may hold before it is refused. Rows stream by, so the numbers bound time and not memory.</summary>
public sealed record TableLimits
{
    /// <summary>Bytes of the file as it came.</summary>
    public long MaxBytes { get; init; } = 200 * 1_048_576L;

    /// <summary>Bytes of a packed file when it is unpacked, counted by unpacking it: what it says of itself is not believed.</summary>
    public long MaxUnpackedBytes { get; init; } = 4L * 1_073_741_824;

    /// <summary>Bytes of the texts that the sheets share; they alone are held in memory.</summary>
    public long MaxSharedBytes { get; init; } = 400 * 1_048_576L;

    /// <summary>Sheets, hidden ones included.</summary>
    public int MaxSheets { get; init; } = 60;

    /// <summary>Rows of one sheet that hold something.</summary>
    public int MaxRows { get; init; } = 2_500_000;

    /// <summary>Columns up to the last that holds something.</summary>
    public int MaxColumns { get; init; } = 300;

    /// <summary>Letters of one cell; Excel's own limit.</summary>
    public int MaxCellLength { get; init; } = 32_767;
}

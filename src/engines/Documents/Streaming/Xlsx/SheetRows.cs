using System.Globalization;
using System.Xml;
using Shuren.Documents.Workbooks;
using Shuren.Documents.Workbooks.Reading;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>The rows of one sheet as they come out of its part. ECMA-376 part 1, 18.3.</summary>
internal sealed class SheetRows(
    XmlReader xml, SharedStrings strings, NumberFormats formats, bool countsFrom1904, IReadOnlyList<MergedArea> areas, TableLimits limits)
{
    private const int Days1904 = 1462;

    private readonly CellXmlText text = new(limits.MaxCellLength);
    private readonly MergedCells merged = new(areas);
    private readonly List<CellReading> cells = [];
    private int number;

    /// <summary>True where a row reached beyond the last allowed column.</summary>
    internal bool IsTooWide { get; private set; }

    /// <summary>The next row that holds something; null after the last.</summary>
    internal RowReading? Next()
    {
        while (!IsTooWide && xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "row")
                continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > number ? given : number + 1;
            var isHidden = xml.GetAttribute("hidden") is "1" or "true";
            ReadCells();
            if (!IsTooWide && Filled() is { Length: > 0 } filled)
                return new(number, isHidden, filled);
        }
        return null;
    }

    private void ReadCells()
    {
        cells.Clear();
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        var column = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "c")
                continue;
            column = xml.GetAttribute("r") is { } name && CellPlace.ColumnOf(name) is var named and > 0 ? named : column + 1;
            var (value, format) = ReadCell();
            if (value is null)
                continue;
            if (column > limits.MaxColumns)
                IsTooWide = true;
            else
                Put(new(number, column, value, format));
        }
    }

    /// <summary>Columns come from left to right; where a damaged row goes back, the later value stands.</summary>
    private void Put(CellReading cell)
    {
        while (cells.Count < cell.Column)
            cells.Add(new(number, cells.Count + 1, null));
        cells[cell.Column - 1] = cell;
    }

    private CellReading[] Filled()
    {
        if (areas.Count > 0)
        {
            for (var last = Math.Min(merged.LastColumn, limits.MaxColumns); cells.Count < last;)
                cells.Add(new(number, cells.Count + 1, null));
            for (var at = 0; at < cells.Count; at++)
                cells[at] = merged.Fill(cells[at]);
        }
        var end = cells.FindLastIndex(cell => !cell.IsEmpty) + 1;
        return end == 0 ? [] : [.. cells.Take(end)];
    }

    private (object? Value, string? Format) ReadCell()
    {
        var type = xml.GetAttribute("t") ?? "n";
        var style = int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
        if (xml.IsEmptyElement)
            return default;
        var depth = xml.Depth;
        (object?, string?) found = default;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "v")
                found = ValueOf(type, style, text.ReadPlain(xml));
            else if (xml.LocalName == "is")
                found = (text.ReadRuns(xml) is { Length: > 0 } inline ? Unescaped(inline) : null, null);
        }
        return found;
    }

    private (object? Value, string? Format) ValueOf(string type, int style, ReadOnlySpan<char> value) => type switch
    {
        "s" => (int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? Unescaped(strings[index]) : null, null),
        "str" or "inlineStr" => (value.Length == 0 ? null : Unescaped(value), null),
        "b" => (value is "1" or "true", null),
        "d" => (DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) ? moment : value.ToString(), null),
        "e" => default,
        _ => NumberOf(style, value),
    };

    private (object? Value, string? Format) NumberOf(int style, ReadOnlySpan<char> value)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return (value.Length == 0 ? null : value.ToString(), null);
        var (format, isDay) = formats.Of(style);
        return isDay && DayOf(number) is { } day ? (day, format) : (number, format);
    }

    /// <summary>A day as Excel counts it; null outside its calendar. Before March 1900 its count is one too high: it takes 1900 for a leap year.</summary>
    private DateTime? DayOf(double serial)
    {
        if (countsFrom1904)
            serial += Days1904;
        else if (serial is >= 0 and < 60)
            serial++;
        return serial is >= 1 and < 2_958_466 ? DateTime.FromOADate(serial) : null;
    }

    /// <summary>Excel writes a letter that XML cannot hold as <c>_x000D_</c>.</summary>
    private static string? Unescaped(string? text) => text is not null && text.Contains("_x", StringComparison.Ordinal) ? XmlConvert.DecodeName(text) : text;

    private static string Unescaped(ReadOnlySpan<char> text) => Unescaped(text.ToString())!; // not null: the text is not
}

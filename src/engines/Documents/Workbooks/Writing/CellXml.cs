using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>One value as one cell.</summary>
internal static class CellXml
{
    /// <summary>Excel counts 1900 as a leap year; its day numbers are right only from here on.</summary>
    private static readonly DateTime FirstTrueDay = new(1900, 3, 1);

    private const int MaxTextFormat = 255;

    /// <summary>Beyond this a double, all that Excel has, no longer holds every whole number.</summary>
    private const long MaxExactInteger = 1L << 53;

    /// <exception cref="ArgumentException">The value is of a kind that a cell cannot hold.</exception>
    internal static Cell Of(object? value, CellKind kind, string reference) => value switch
    {
        null => Empty(reference, kind),
        string text => OfText(text, reference),
        bool yes => OfText(yes ? "是" : "否", reference),
        int number => OfNumber(number.ToString(CultureInfo.InvariantCulture), kind, reference),
        long number and (> MaxExactInteger or < -MaxExactInteger) => OfText(number.ToString(CultureInfo.InvariantCulture), reference),
        long number => OfNumber(number.ToString(CultureInfo.InvariantCulture), kind, reference),
        double number when !double.IsFinite(number) => Empty(reference, kind),
        double number => OfNumber(number.ToString("R", CultureInfo.InvariantCulture), kind, reference),
        decimal number => OfNumber(number.ToString(CultureInfo.InvariantCulture), kind, reference),
        DateOnly day => OfDay(day.ToDateTime(TimeOnly.MinValue), reference),
        DateTime day => OfDay(day, reference),
        CellLink link => OfText(link.Words, reference, LinkTarget(link) is null ? CellStyle.Text : CellStyle.Link),
        _ => throw new ArgumentException($"A cell cannot hold a {value.GetType().Name}.", nameof(value)),
    };

    internal static Cell OfText(string text, string reference, CellStyle style = CellStyle.Text)
    {
        var clean = CellStrings.Clean(text);
        if (style == CellStyle.Text)
            style = StyleOf(clean);
        return new Cell(new InlineString(new Text(CellStrings.Escape(clean)) { Space = SpaceProcessingModeValues.Preserve }))
        {
            CellReference = reference,
            DataType = CellValues.InlineString,
            StyleIndex = (uint)style,
        };
    }

    /// <summary>Where a link leads, or null where its address is none that may be opened from a table.</summary>
    internal static Uri? LinkTarget(CellLink link) =>
        Uri.TryCreate(link.Address, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https" or "mailto") ? address : null;

    private static CellStyle StyleOf(string text) =>
        CellStrings.LooksLikeFormula(text) ? CellStyle.GuardedText : text.Length > MaxTextFormat ? CellStyle.LongText : CellStyle.Text;

    private static Cell Empty(string reference, CellKind kind) => new() { CellReference = reference, StyleIndex = (uint)CellStyles.Of(kind) };

    private static Cell OfNumber(string digits, CellKind kind, string reference) => new(new CellValue(digits))
    {
        CellReference = reference,
        StyleIndex = (uint)(kind is CellKind.Number or CellKind.Percent or CellKind.Whole ? CellStyles.Of(kind) : CellStyle.Plain),
    };

    private static Cell OfDay(DateTime day, string reference) => day < FirstTrueDay
        ? OfText(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), reference)
        : new Cell(new CellValue(day.ToOADate().ToString("R", CultureInfo.InvariantCulture)))
        {
            CellReference = reference,
            StyleIndex = (uint)CellStyle.Date,
        };
}

using DocumentFormat.OpenXml.Spreadsheet;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>The looks that a cell can have. The number is its place in the style sheet.</summary>
internal enum CellStyle : uint
{
    Plain,
    Title,
    Subtitle,
    Head,
    Text,

    /// <summary>Text that looks like a formula: Excel keeps it a text even when somebody edits it.</summary>
    GuardedText,

    /// <summary>Text without the text format: older Excel shows ##### in its place when it is long.</summary>
    LongText,
    Whole,
    Number,
    Percent,
    Date,
    Link,
}

/// <summary>The style sheet of every workbook we write.</summary>
internal static class CellStyles
{
    private const string FontName = "宋体";
    private const uint FirstOwnFormat = 164; // the numbers below belong to Excel's built-in formats
    private const uint BodyFont = 0, TitleFont = 1, SubtitleFont = 2, HeadFont = 3, LinkFont = 4;
    private const uint NoBorder = 0, ThinBorder = 1;
    private const uint NoFill = 0, HeadFill = 2; // 1 is Excel's own grey pattern

    internal static CellStyle Of(CellKind kind) => kind switch
    {
        CellKind.Whole => CellStyle.Whole,
        CellKind.Number => CellStyle.Number,
        CellKind.Percent => CellStyle.Percent,
        CellKind.Date => CellStyle.Date,
        _ => CellStyle.Text,
    };

    internal static Stylesheet Sheet() => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = FirstOwnFormat, FormatCode = "0.0%" },
            new NumberingFormat { NumberFormatId = FirstOwnFormat + 1, FormatCode = "yyyy-mm-dd" }),
        new Fonts(Letters(11), Letters(16, bold: true), Letters(11), Letters(11, bold: true), LinkLetters()),
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            new Fill(new PatternFill(new ForegroundColor { Rgb = "FFE8EEF4" }) { PatternType = PatternValues.Solid })),
        new Borders(new Border(), Box()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(
            new CellFormat(),
            Look(TitleFont, NoBorder, HorizontalAlignmentValues.Center),
            Look(SubtitleFont, NoBorder, HorizontalAlignmentValues.Center),
            Look(HeadFont, ThinBorder, HorizontalAlignmentValues.Center, fill: HeadFill),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Left, format: 49),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Left, format: 49, guarded: true),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Left),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Right, format: 3),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Right, format: 4),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Right, format: FirstOwnFormat),
            Look(BodyFont, ThinBorder, HorizontalAlignmentValues.Center, format: FirstOwnFormat + 1),
            Look(LinkFont, ThinBorder, HorizontalAlignmentValues.Left)));

    private static CellFormat Look(uint font, uint border, HorizontalAlignmentValues align, uint fill = NoFill, uint format = 0, bool guarded = false) =>
        new(new Alignment { Horizontal = align, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font,
            BorderId = border,
            FillId = fill,
            NumberFormatId = format,
            ApplyFont = true,
            ApplyBorder = true,
            ApplyFill = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            QuotePrefix = guarded ? true : null,
        };

    private static Font Letters(double points, bool bold = false)
    {
        var font = new Font(new FontSize { Val = points }, new FontName { Val = FontName }, new FontCharSet { Val = 134 });
        if (bold)
            font.PrependChild(new Bold());
        return font;
    }

    private static Font LinkLetters() => new(
        new Underline(), new FontSize { Val = 11 }, new Color { Rgb = "FF0B5CAD" }, new FontName { Val = FontName }, new FontCharSet { Val = 134 });

    private static Border Box() => new(
        new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
        new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
        new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
        new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
        new DiagonalBorder());

    private static Color Grey() => new() { Rgb = "FF7F7F7F" };
}

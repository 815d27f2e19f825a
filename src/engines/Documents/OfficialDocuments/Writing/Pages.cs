using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Shuren.Documents.OfficialDocuments.Layout;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>Paper, margins, grid and page numbers.</summary>
internal static class Pages
{
    internal const string OddFooterId = "rIdOddFooter", EvenFooterId = "rIdEvenFooter";

    /// <summary>The height of the type area's line with the page number.</summary>
    private static double FooterFromEdge => Bottom - PageNumberBelowTypeArea - Looks.PageNumber.Pitch / PointsPerMillimetre;

    /// <summary>Without the mode, Word takes a file for one of 2007 and lays it out in its old way.</summary>
    internal static Settings Settings() => new(
        new EvenAndOddHeaders(),
        new CharacterSpacingControl { Val = CharacterSpacingValues.CompressPunctuation },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }));

    /// <summary>The width of the type area in millimetres.</summary>
    internal static double Width(bool isLandscape) => isLandscape ? PaperHeight - Top - Bottom : PaperWidth - Left - Right;

    internal static SectionProperties Section(bool isLandscape) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooterId },
        new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooterId },
        new SectionType { Val = SectionMarkValues.NextPage },
        isLandscape
            ? new PageSize { Width = (uint)Twips(PaperHeight), Height = (uint)Twips(PaperWidth), Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = (uint)Twips(PaperWidth), Height = (uint)Twips(PaperHeight) },
        Margins(isLandscape),
        new DocGrid { Type = DocGridValues.Lines, LinePitch = TwipsOfPoints(LinePitch) });

    /// <summary>Odd pages at the right, even ones at the left, one character in.</summary>
    internal static Footer Footer(bool isOdd) => new(
        new Paragraph(
            new ParagraphProperties
            {
                ParagraphStyleId = new() { Val = Looks.PageNumber.Id },
                Indentation = isOdd ? new() { Right = Looks.Twentieths(Size4) } : new() { Left = Looks.Twentieths(Size4) },
                Justification = new() { Val = isOdd ? JustificationValues.Right : JustificationValues.Left },
            },
            Paragraphs.Run("— "),
            new SimpleField(new Run(new Text("1"))) { Instruction = " PAGE " },
            Paragraphs.Run(" —")));

    /// <summary>
    /// Across, the paper is turned so that the table's head lies at the binding edge: what was left is on top, what was top is at the right.
    /// </summary>
    private static PageMargin Margins(bool isLandscape) => isLandscape
        ? Margin(top: Left, right: Top, bottom: Right, left: Bottom, footer: Right - PageNumberBelowTypeArea - Looks.PageNumber.Pitch / PointsPerMillimetre)
        : Margin(Top, Right, Bottom, Left, FooterFromEdge);

    private static PageMargin Margin(double top, double right, double bottom, double left, double footer) => new()
    {
        Top = Twips(top),
        Right = (uint)Twips(right),
        Bottom = Twips(bottom),
        Left = (uint)Twips(left),
        Header = (uint)Twips(15),
        Footer = (uint)Twips(footer),
        Gutter = 0,
    };
}

using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using static Shuren.Documents.OfficialDocuments.Layout;
using static Shuren.Documents.OfficialDocuments.Writing.Typefaces;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>One kind of paragraph, as a style that the office finds under its Chinese name in Word.</summary>
/// <param name="Id">The name inside the file.</param>
/// <param name="Name">The name that Word shows.</param>
/// <param name="Typeface">Of the Chinese characters.</param>
/// <param name="Size">In points.</param>
/// <param name="Align">To which side.</param>
/// <param name="FirstLine">Indent of the first line, in characters.</param>
/// <param name="Pitch">Fixed distance of lines, in points.</param>
/// <param name="Before">Space above, in points.</param>
/// <param name="Outline">Level in Word's navigation, from 1; 0 for none.</param>
/// <param name="Colour">As RRGGBB; null for black.</param>
internal sealed record Look(
    string Id, string Name, string Typeface, double Size, JustificationValues Align, int FirstLine = 0, double Pitch = LinePitch,
    double Before = 0, int Outline = 0, string? Colour = null);

/// <summary>The style sheet of an official document.</summary>
internal static class Looks
{
    private const double TitlePitch = 35, TablePitch = 17;

    internal static readonly Look Body = new("Normal", "Normal", FangSong, Size3, JustificationValues.Both);
    internal static readonly Look Text = new("ShurenText", "公文正文", FangSong, Size3, JustificationValues.Both, FirstLine: 2);
    internal static readonly Look Mark = new("ShurenMark", "发文机关标志", XiaoBiaoSong, MaxMarkSize, JustificationValues.Center, Pitch: MaxMarkSize * 1.2, Colour: Red);
    internal static readonly Look Urgency = new("ShurenUrgency", "密级和紧急程度", HeiTi, Size3, JustificationValues.Left); // GW-SECRET
    internal static readonly Look Number = new("ShurenNumber", "发文字号", FangSong, Size3, JustificationValues.Center, Before: 2 * LinePitch); // GW-NO
    internal static readonly Look Title = new("Title", "Title", XiaoBiaoSong, Size2, JustificationValues.Center, Pitch: TitlePitch, Outline: 1);
    internal static readonly Look Subtitle = new("Subtitle", "Subtitle", KaiTi, Size3, JustificationValues.Center);
    internal static readonly Look Addressee = new("ShurenAddressee", "主送机关", FangSong, Size3, JustificationValues.Left, Before: LinePitch); // GW-TO
    internal static readonly Look AttachmentList = new("ShurenAttachments", "附件说明", FangSong, Size3, JustificationValues.Left); // GW-ATT
    internal static readonly Look Signature = new("ShurenSignature", "署名和日期", FangSong, Size3, JustificationValues.Right); // GW-SIGN
    internal static readonly Look AttachmentMark = new("ShurenAttachmentMark", "附件标记", HeiTi, Size3, JustificationValues.Left); // GW-ATTP
    internal static readonly Look TableHead = new("ShurenTableHead", "表头", HeiTi, SmallSize4, JustificationValues.Center, Pitch: TablePitch);
    internal static readonly Look TableText = new("ShurenTableText", "表格文字", FangSong, Size5, JustificationValues.Left, Pitch: TablePitch);
    internal static readonly Look TableCentred = new("ShurenTableCentred", "表格居中", FangSong, Size5, JustificationValues.Center, Pitch: TablePitch);
    internal static readonly Look Imprint = new("ShurenImprint", "版记", FangSong, Size4, JustificationValues.Left, Pitch: 22); // GW-CC
    internal static readonly Look PageNumber = new("Footer", "footer", SongTi, Size4, JustificationValues.Left, Pitch: 16); // GW-PAGE
    internal static readonly Look Anchor = new("ShurenAnchor", "分节占位", FangSong, 1, JustificationValues.Left, Pitch: 1);

    /// <summary>GW-H1 to GW-H4.</summary>
    internal static readonly IReadOnlyList<Look> Headings =
    [
        new("Heading1", "heading 1", HeiTi, Size3, JustificationValues.Both, FirstLine: 2, Outline: 1),
        new("Heading2", "heading 2", KaiTi, Size3, JustificationValues.Both, FirstLine: 2, Outline: 2),
        new("Heading3", "heading 3", FangSong, Size3, JustificationValues.Both, FirstLine: 2, Outline: 3),
        new("Heading4", "heading 4", FangSong, Size3, JustificationValues.Both, FirstLine: 2, Outline: 4),
    ];

    private static readonly IReadOnlyList<Look> All =
    [
        Body, Text, Mark, Urgency, Number, Title, Subtitle, Addressee, AttachmentList, Signature, AttachmentMark, TableHead, TableText,
        TableCentred, Imprint, PageNumber, Anchor, .. Headings,
    ];

    internal static Styles Sheet() => new(
        [new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(
            Typefaces.Of(FangSong), new FontSize { Val = HalfPoints(Size3) }, new Languages { Val = "en-US", EastAsia = "zh-CN" }))),
        .. All.Select(Style)]);

    internal static string HalfPoints(double points) => ((int)Math.Round(points * 2)).ToString(CultureInfo.InvariantCulture);

    internal static string Twentieths(double points) => TwipsOfPoints(points).ToString(CultureInfo.InvariantCulture);

    private static Style Style(Look look)
    {
        var style = new Style(new StyleName { Val = look.Name }) { Type = StyleValues.Paragraph, StyleId = look.Id, Default = look == Body ? true : null };
        if (look != Body)
            style.Append(new BasedOn { Val = Body.Id });
        style.Append(new PrimaryStyle(), Paragraph(look), Letters(look));
        return style;
    }

    private static StyleParagraphProperties Paragraph(Look look)
    {
        var properties = new StyleParagraphProperties();
        if (look.Outline > 0 && look != Title)
            properties.Append(new KeepNext());
        // Tables and titles are not stretched to the grid of the text.
        if (look.Size != Size3)
            properties.Append(new SnapToGrid { Val = false });
        properties.Append(new SpacingBetweenLines { Before = Twentieths(look.Before), After = "0", Line = Twentieths(look.Pitch), LineRule = LineSpacingRuleValues.Exact });
        if (look.FirstLine > 0)
            properties.Append(new Indentation { FirstLineChars = look.FirstLine * 100, FirstLine = Twentieths(look.FirstLine * look.Size) });
        properties.Append(new Justification { Val = look.Align });
        if (look.Outline > 0)
            properties.Append(new OutlineLevel { Val = look.Outline - 1 });
        return properties;
    }

    private static StyleRunProperties Letters(Look look)
    {
        var properties = new StyleRunProperties(look == PageNumber ? Typefaces.Of(look.Typeface, SongTi) : Typefaces.Of(look.Typeface));
        if (look.Colour is { } colour)
            properties.Append(new Color { Val = colour });
        properties.Append(new Spacing { Val = look.Size == Size3 ? TwipsOfPoints(CharacterTightening) : 0 });
        properties.Append(new FontSize { Val = HalfPoints(look.Size) }, new FontSizeComplexScript { Val = HalfPoints(look.Size) });
        return properties;
    }
}

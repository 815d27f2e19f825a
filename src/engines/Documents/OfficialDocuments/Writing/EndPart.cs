using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Shuren.Documents.OfficialDocuments.Layout;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>What stands below the text: list of attachments, signature, date, remark; and the imprint at the foot of the last page.</summary>
internal static class EndPart
{
    private const uint ThickRule = 8, ThinRule = 6; // GW-CC: 0.35 mm and 0.25 mm, in eighths of a point

    internal static IEnumerable<Paragraph> Of(OfficialDocument document)
    {
        foreach (var line in AttachmentList(document.Attachments))
            yield return line;
        if (document.Signature is { } signature)
        {
            foreach (var line in Signed(signature))
                yield return line;
        }
        if (document.Remark is { } remark)
            yield return Paragraphs.Of(Looks.Text, $"（{remark}）");
    }

    /// <summary>
    /// Who gets a copy; below it the printing office at the left and the day at the right. The table floats to the foot of the page wherever
    /// the text ends; LibreOffice 7 lets a table of full width flow instead, so there it stands below the text.
    /// </summary>
    internal static IEnumerable<OpenXmlElement> Imprint(Imprint imprint)
    {
        var width = Looks.Twentieths((PaperWidth - Left - Right) * PointsPerMillimetre);
        var table = new Table(ImprintProperties(width), new TableGrid(new GridColumn { Width = width }));
        if (imprint.CopyTo is { } copyTo)
            table.Append(ImprintRow(Paragraphs.Of(Looks.Imprint, $"抄送：{copyTo}。").Indented(left: 4, right: 1, hanging: 3), width));
        var printed = Paragraphs.Of(Looks.Imprint, imprint.PrintedBy).Indented(left: 1, right: 1)
            .With(new Tabs(new TabStop { Val = TabStopValues.Right, Position = TwipsOfPoints((CharactersPerLine - 1) * CharacterPitch) }));
        printed.Append(new Run(new TabChar()), Paragraphs.Run(Day(imprint.PrintedOn) + "印发"));
        table.Append(ImprintRow(printed, width));
        // Without a paragraph before it, it would grow together with a table at the end of the text.
        return [Paragraphs.Of(Looks.Anchor, "").Before(LinePitch), table, Paragraphs.Of(Looks.Anchor, "")];
    }

    internal static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>One line below the text, two characters in; a long title goes on below its first character.</summary>
    private static IEnumerable<Paragraph> AttachmentList(IReadOnlyList<Attachment> attachments)
    {
        if (attachments.Count == 1)
            return [Paragraphs.Of(Looks.AttachmentList, $"附件：{attachments[0].Title}").Indented(left: 5, hanging: 3).Before(LinePitch)];
        return attachments.Select((attachment, i) =>
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"{i + 1}. ");
            var hanging = Paragraphs.Width(number);
            var listed = i == 0 ? $"附件：{number}{attachment.Title}" : number + attachment.Title;
            var line = Paragraphs.Of(Looks.AttachmentList, listed).Indented(left: 5 + hanging, hanging: i == 0 ? 3 + hanging : hanging);
            return i == 0 ? line.Before(LinePitch) : line;
        });
    }

    /// <summary>The date four characters from the right, the office centred above it; never parted by a page's end.</summary>
    private static IEnumerable<Paragraph> Signed(Signature signature)
    {
        var day = Day(signature.Date);
        var indent = DateFromRight + (Paragraphs.Width(day) - Paragraphs.Width(signature.Office)) / 2;
        yield return Paragraphs.Of(Looks.Signature, signature.Office).Indented(right: Math.Max(0, indent)).Before(2 * LinePitch).KeptWithNext();
        yield return Paragraphs.Of(Looks.Signature, day).Indented(right: DateFromRight);
    }

    private static TableProperties ImprintProperties(string width) => new(
        new TablePositionProperties { VerticalAnchor = VerticalAnchorValues.Margin, HorizontalAnchor = HorizontalAnchorValues.Margin, TablePositionYAlignment = VerticalAlignmentValues.Bottom },
        new TableWidth { Width = width, Type = TableWidthUnitValues.Dxa },
        new TableBorders(
            new TopBorder { Val = BorderValues.Single, Size = ThickRule },
            new BottomBorder { Val = BorderValues.Single, Size = ThickRule },
            new InsideHorizontalBorder { Val = BorderValues.Single, Size = ThinRule }),
        new TableLayout { Type = TableLayoutValues.Fixed },
        // The rules are as wide as the text: no padding beside it.
        new TableCellMarginDefault(
            new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
            new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }));

    private static TableRow ImprintRow(Paragraph line, string width) => new(
        new TableRowProperties(new CantSplit()),
        new TableCell(new TableCellProperties(new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa }), line));
}

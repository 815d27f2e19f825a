using DocumentFormat.OpenXml.Wordprocessing;
using static Shuren.Documents.OfficialDocuments.Layout;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>What stands above the text: secrecy, urgency, mark, number, red line, title, addressee.</summary>
internal static class HeadPart
{
    internal static IEnumerable<Paragraph> Of(OfficialDocument document)
    {
        if (document.Head is { } head)
        {
            string[] above = [.. new[] { head.Secrecy, head.Urgency }.OfType<string>()];
            foreach (var line in above)
                yield return Paragraphs.Of(Looks.Urgency, line);
            yield return Mark(head.Mark, above.Length);
            yield return Number(head);
        }
        // GW-TITLE: two lines below the red line; on plain paper the title begins the page.
        var lines = Paragraphs.Lines(Looks.Title, document.Title).ToList();
        if (document.Head is not null)
            lines[0].Before(2 * LinePitch);
        foreach (var line in lines)
            yield return line;
        if (document.Addressee is { } addressee)
            yield return Paragraphs.Of(Looks.Addressee, addressee + "：");
    }

    /// <summary>As large as one line allows. The lines above it take their part of the 35 mm.</summary>
    private static Paragraph Mark(string mark, int linesAbove)
    {
        var width = (PaperWidth - Left - Right) * PointsPerMillimetre;
        var size = Math.Clamp(Math.Floor(width / Math.Max(Paragraphs.Width(mark), 1)), MinMarkSize, MaxMarkSize);
        var before = Math.Max(0, MarkBelowTypeAreaTop * PointsPerMillimetre - linesAbove * LinePitch);
        var letters = new RunProperties(new FontSize { Val = Looks.HalfPoints(size) }, new FontSizeComplexScript { Val = Looks.HalfPoints(size) });
        var paragraph = Paragraphs.Of(Looks.Mark, "").With(new SpacingBetweenLines
        {
            Before = Looks.Twentieths(before),
            Line = Looks.Twentieths(size * 1.2),
            LineRule = LineSpacingRuleValues.Exact,
        });
        paragraph.GetFirstChild<Run>()!.Remove(); // Of has put an empty one there
        paragraph.Append(Paragraphs.Run(mark, letters));
        return paragraph;
    }

    /// <summary>With a signer the number stands at the left and the signer at the right, each one character in.</summary>
    private static Paragraph Number(RedHead head)
    {
        var border = new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Color = Red, Space = (uint)Math.Round(RedLineBelowNumber * PointsPerMillimetre) });
        if (head.Signer is not { } signer)
            return Paragraphs.Of(Looks.Number, head.Number).With(border);
        var paragraph = Paragraphs.Of(Looks.Number, " " + head.Number).With(border)
            .With(new Tabs(new TabStop { Val = TabStopValues.Right, Position = TwipsOfPoints((CharactersPerLine - 1) * CharacterPitch) }))
            .With(new Justification { Val = JustificationValues.Left });
        paragraph.Append(new Run(new TabChar()), Paragraphs.Run("签发人："), Paragraphs.Run(signer, new RunProperties(Typefaces.Of(Typefaces.KaiTi))));
        return paragraph;
    }
}

using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static Shuren.Documents.OfficialDocuments.Layout;

namespace Shuren.Documents.OfficialDocuments.Writing;

/// <summary>Paragraphs in a look, and the few things a look does not say.</summary>
internal static class Paragraphs
{
    internal static Paragraph Of(Look look, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = look.Id }), Run(text));

    /// <summary>One paragraph for each line of a text; blank lines are left out.</summary>
    internal static IEnumerable<Paragraph> Lines(Look look, string text) =>
        XmlCharacters.Keep(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => Of(look, line));

    internal static Run Run(string text, RunProperties? letters = null)
    {
        var run = new Run(letters is null ? [] : (OpenXmlElement[])[letters]);
        run.Append(new Text(XmlCharacters.Keep(text)) { Space = SpaceProcessingModeValues.Preserve });
        return run;
    }

    /// <summary>A line's width in characters: Western letters and digits count half.</summary>
    internal static double Width(string text) => text.Sum(c => c < 0x2E80 && c is not ('—' or '“' or '”' or '…') ? 0.5 : 1);

    extension(Paragraph paragraph)
    {
        internal Paragraph Before(double points) => paragraph.With(new SpacingBetweenLines { Before = Looks.Twentieths(points) });

        internal Paragraph After(double points)
        {
            paragraph.ParagraphProperties!.SpacingBetweenLines ??= new(); // Of gives every paragraph its properties
            paragraph.ParagraphProperties.SpacingBetweenLines.After = Looks.Twentieths(points);
            return paragraph;
        }

        /// <summary>Indents in characters of size 3.</summary>
        internal Paragraph Indented(double left = 0, double right = 0, double hanging = 0)
        {
            var indent = new Indentation
            {
                LeftChars = Hundredths(left),
                Left = Looks.Twentieths(left * CharacterPitch),
                RightChars = Hundredths(right),
                Right = Looks.Twentieths(right * CharacterPitch),
            };
            if (hanging > 0)
                (indent.HangingChars, indent.Hanging) = (Hundredths(hanging), Looks.Twentieths(hanging * CharacterPitch));
            return paragraph.With(indent);
        }

        internal Paragraph KeptWithNext() => paragraph.With(new KeepNext());

        /// <summary>Adds a property where the schema wants it.</summary>
        internal Paragraph With(OpenXmlElement property)
        {
            paragraph.ParagraphProperties!.AddChild(property); // Of gives every paragraph its properties
            return paragraph;
        }
    }

    private static int Hundredths(double characters) => (int)Math.Round(characters * 100);
}

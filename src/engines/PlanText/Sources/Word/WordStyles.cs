using System.Text.RegularExpressions;
using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>What a paragraph style says that matters for reading (styles.xml).</summary>
internal sealed record WordStyle(string Name, string? BasedOn, int? OutlineLevel, int? NumberingId, int? NumberingLevel);

/// <summary>The paragraph styles of a document, with what they inherit.</summary>
internal sealed partial class WordStyles
{
    /// <summary>Chains of styles are short; a longer one is a circle.</summary>
    private const int LongestChain = 20;

    private readonly Dictionary<string, WordStyle> styles = new(StringComparer.Ordinal);
    private string? standard;

    /// <summary>Reads styles.xml; no part, no styles.</summary>
    internal static WordStyles Read(XmlReader? part, int maxDepth)
    {
        var styles = new WordStyles();
        if (part is null)
            return styles;
        string? id = null;
        foreach (var element in WordXml.Elements(part, maxDepth))
        {
            if (element.LocalName == "style")
                id = styles.Begin(element);
            else if (id is not null)
                styles.styles[id] = With(styles.styles[id], element);
        }
        return styles;
    }

    /// <summary>1 to 9 where the style is a heading, else 0.</summary>
    internal int HeadingLevelOf(string? style)
    {
        foreach (var link in Chain(style))
        {
            if (link.OutlineLevel is { } outline)
                return outline is >= 0 and <= 8 ? outline + 1 : 0;
            if (HeadingName().Match(link.Name) is { Success: true } heading)
                return heading.Groups["level"].Value[0] - '0';
        }
        return 0;
    }

    internal bool IsTitle(string? style) => Chain(style).Take(1).Any(link => link.Name is "Title" or "title" or "标题");

    /// <summary>A line of the table of contents repeats a heading: it is not the document.</summary>
    internal bool IsContents(string? style) =>
        Chain(style).Take(1).Any(link => link.Name.StartsWith("toc ", StringComparison.OrdinalIgnoreCase) || link.Name.StartsWith("目录", StringComparison.Ordinal));

    /// <summary>The numbering that comes with the style, if any.</summary>
    internal (int? Id, int? Level) NumberingOf(string? style)
    {
        int? level = null;
        foreach (var link in Chain(style))
        {
            level ??= link.NumberingLevel;
            if (link.NumberingId is { } id)
                return (id, level);
        }
        return (null, null);
    }

    private IEnumerable<WordStyle> Chain(string? id)
    {
        id ??= standard;
        for (var length = 0; length < LongestChain && id is not null && styles.TryGetValue(id, out var style); length++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }

    private string? Begin(XmlReader element)
    {
        if (WordXml.Attribute(element, "styleId") is not { } id)
            return null;
        if (WordXml.Attribute(element, "type") is "paragraph" && WordXml.Attribute(element, "default") is "1" or "true")
            standard = id;
        styles[id] = new(id, null, null, null, null);
        return id;
    }

    private static WordStyle With(WordStyle style, XmlReader element) => element.LocalName switch
    {
        "name" => style with { Name = WordXml.Value(element) ?? style.Name },
        "basedOn" => style with { BasedOn = WordXml.Value(element) },
        "outlineLvl" => style with { OutlineLevel = WordXml.Number(element) },
        "numId" => style with { NumberingId = WordXml.Number(element) },
        "ilvl" => style with { NumberingLevel = WordXml.Number(element) },
        _ => style,
    };

    [GeneratedRegex(@"^(?:heading|标题)\s*(?<level>[1-9])$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadingName();
}

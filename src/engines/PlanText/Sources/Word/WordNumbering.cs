using System.Text;
using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>One level of a list: how its number looks and where it begins.</summary>
internal sealed record NumberingLevel(string Format, string Pattern, int Start, string Suffix, bool IsLegal, int? RestartsAfter);

/// <summary>The lists of a document (numbering.xml).</summary>
internal sealed class WordNumbering
{
    internal const int Levels = 9;

    private readonly Dictionary<int, int> abstractOf = [];
    private readonly Dictionary<int, Dictionary<int, NumberingLevel>> levels = [];
    private readonly Dictionary<(int Number, int Level), NumberingLevel> overrides = [];
    private readonly Dictionary<(int Number, int Level), int> starts = [];
    private readonly Dictionary<int, string> styleLinks = [];
    private readonly Dictionary<string, int> styleOwners = new(StringComparer.Ordinal);

    /// <summary>Reads numbering.xml; no part, no lists.</summary>
    internal static WordNumbering Read(XmlReader? part, int maxDepth)
    {
        var numbering = new WordNumbering();
        if (part is null)
            return numbering;
        var at = new Cursor();
        foreach (var element in WordXml.Elements(part, maxDepth))
            numbering.Take(element, at);
        return numbering;
    }

    /// <summary>The list whose counters a paragraph with this number moves: several numbers may share one.</summary>
    internal int? ListOf(int number) => abstractOf.TryGetValue(number, out var list) ? Resolve(list) : null;

    internal NumberingLevel? LevelOf(int number, int level) =>
        overrides.TryGetValue((number, level), out var own) ? own
        : ListOf(number) is { } list && levels.TryGetValue(list, out var all) && all.TryGetValue(level, out var shared) ? shared
        : null;

    /// <summary>Where this number begins its level anew, or null where it goes on counting.</summary>
    internal int? StartOf(int number, int level) => starts.TryGetValue((number, level), out var start) ? start : null;

    private int Resolve(int list) =>
        styleLinks.TryGetValue(list, out var style) && styleOwners.TryGetValue(style, out var owner) ? owner : list;

    private void Take(XmlReader element, Cursor at)
    {
        switch (element.LocalName)
        {
            case "abstractNum":
                (at.Abstract, at.Number, at.Level) = (WordXml.Number(element, "abstractNumId"), null, null);
                break;
            case "num":
                (at.Abstract, at.Number, at.Level) = (null, WordXml.Number(element, "numId"), null);
                break;
            case "abstractNumId" when at.Number is { } number && WordXml.Number(element) is { } list:
                abstractOf[number] = list;
                break;
            case "numStyleLink" when at.Abstract is { } list && WordXml.Value(element) is { } style:
                styleLinks[list] = style;
                break;
            case "styleLink" when at.Abstract is { } list && WordXml.Value(element) is { } style:
                styleOwners[style] = list;
                break;
            case "lvlOverride" or "lvl":
                at.Level = WordXml.Number(element, "ilvl");
                if (element.LocalName == "lvl")
                    Change(at, _ => new("decimal", "", 1, "tab", false, null));
                break;
            case "startOverride" when at.Number is { } number && at.Level is { } level && WordXml.Number(element) is { } start:
                starts[(number, level)] = start;
                break;
            default:
                TakeProperty(element, at);
                break;
        }
    }

    private void TakeProperty(XmlReader element, Cursor at)
    {
        switch (element.LocalName)
        {
            case "start":
                Change(at, level => level with { Start = WordXml.Number(element) ?? 1 });
                break;
            case "numFmt":
                // Formats that the standard does not know stand as "custom" with a sample: 一, 二, 三.
                Change(at, level => level with { Format = WordXml.Value(element) ?? "decimal" });
                break;
            case "lvlText":
                Change(at, level => level with { Pattern = WordXml.Value(element) ?? "" });
                break;
            case "suff":
                Change(at, level => level with { Suffix = WordXml.Value(element) ?? "tab" });
                break;
            case "isLgl":
                Change(at, level => level with { IsLegal = WordXml.IsOn(element) });
                break;
            case "lvlRestart":
                Change(at, level => level with { RestartsAfter = WordXml.Number(element) });
                break;
        }
    }

    private void Change(Cursor at, Func<NumberingLevel, NumberingLevel> change)
    {
        if (at.Level is not (>= 0 and < Levels))
            return;
        var level = at.Level.Value;
        var empty = new NumberingLevel("decimal", "", 1, "tab", false, null);
        if (at.Number is { } number)
            overrides[(number, level)] = change(overrides.GetValueOrDefault((number, level), empty));
        else if (at.Abstract is { } list)
        {
            var all = levels.TryGetValue(list, out var known) ? known : levels[list] = [];
            all[level] = change(all.GetValueOrDefault(level, empty));
        }
    }

    /// <summary>Where in the part the reader stands.</summary>
    private sealed class Cursor
    {
        internal int? Abstract { get; set; }

        internal int? Number { get; set; }

        internal int? Level { get; set; }
    }
}

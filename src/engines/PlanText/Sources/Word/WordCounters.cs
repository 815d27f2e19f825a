using System.Text.RegularExpressions;

namespace Shuren.PlanText.Sources.Word;

/// <summary>Counts the numbered paragraphs of a document and gives the mark that Word shows before each.</summary>
internal sealed partial class WordCounters(WordNumbering numbering)
{
    private readonly Dictionary<int, int?[]> counters = [];
    private readonly HashSet<(int Number, int Level)> begun = [];

    /// <summary>The mark of the next paragraph of a list, with what separates it from the words; empty where there is none.</summary>
    internal string Next(int number, int level)
    {
        if (level is < 0 or >= WordNumbering.Levels || numbering.ListOf(number) is not { } list || numbering.LevelOf(number, level) is not { } look)
            return "";
        if (!counters.TryGetValue(list, out var counts))
            counters[list] = counts = new int?[WordNumbering.Levels];
        Advance(number, level, look, counts);
        if (look.Format == "bullet")
            return Symbols.Bullet(look.Pattern);
        var mark = Hole().Replace(look.Pattern, hole => Count(number, hole.Value[1] - '1', look.IsLegal, counts));
        return mark.Length == 0 ? "" : mark + SeparatorOf(look, mark);
    }

    private void Advance(int number, int level, NumberingLevel look, int?[] counts)
    {
        if (numbering.StartOf(number, level) is { } start && begun.Add((number, level)))
            counts[level] = start;
        else
            counts[level] = counts[level] is { } last ? (last < int.MaxValue ? last + 1 : last) : look.Start;
        for (var deeper = level + 1; deeper < WordNumbering.Levels; deeper++)
        {
            // lvlRestart 0 counts through the whole document; n begins anew only after a paragraph of a level above n.
            if (numbering.LevelOf(number, deeper)?.RestartsAfter is not { } after || (after > 0 && level < after))
                counts[deeper] = null;
        }
    }

    private string Count(int number, int level, bool isLegal, int?[] counts)
    {
        var look = numbering.LevelOf(number, level);
        var count = counts[level] ?? look?.Start ?? 1;
        return NumberFormats.Write(count, isLegal ? "decimal" : look?.Format ?? "decimal");
    }

    /// <summary>A tab is as wide as it must be: behind a closed mark (一、 1.) it says nothing, else one blank stands for it.</summary>
    private static string SeparatorOf(NumberingLevel look, string mark) =>
        look.Suffix == "nothing" || !char.IsLetterOrDigit(mark[^1]) ? "" : " ";

    [GeneratedRegex("%[1-9]")]
    private static partial Regex Hole();
}

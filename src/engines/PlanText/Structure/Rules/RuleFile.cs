using System.Diagnostics;

namespace Shuren.PlanText.Structure.Rules;

/// <summary>Reads the word lists beside this file. A line is words; what follows <c>#</c> is a remark.</summary>
internal static class RuleFile
{
    /// <summary>The lines without remarks and blanks, in plain (half-width) form.</summary>
    internal static IReadOnlyList<string> Lines(string name)
    {
        using var stream = typeof(RuleFile).Assembly.GetManifestResourceStream("Structure/" + name)
            ?? throw new UnreachableException($"No word list {name}.");
        using var reader = new StreamReader(stream);
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            var words = Passage.ToPlain(line.Split('#')[0]).Trim();
            if (words.Length > 0)
                lines.Add(words);
        }

        return lines;
    }

    /// <summary>The words of a list, however they are spread over lines.</summary>
    internal static WordList Words(string name) =>
        new(Lines(name).SelectMany(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    /// <summary>The words of a list whose lines begin with a role: <c>lead: 牵头单位 牵头科室</c>.</summary>
    internal static IReadOnlyDictionary<string, WordList> Roles(string name) => Lines(name)
        .Select(l => l.Split(':', 2, StringSplitOptions.TrimEntries))
        .GroupBy(pair => pair[0])
        .ToDictionary(g => g.Key, g => new WordList(g.SelectMany(pair => pair[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))));

    /// <summary>The patterns of a list, one to a line.</summary>
    internal static PatternList Patterns(string name) => new(Lines(name).Select(l => new Pattern(l)));
}

using System.Reflection;
using System.Text;

namespace Shuren.PlanText.Suggestions;

/// <summary>The usual sections of a county bureau with usual duties, from <c>default-duties.txt</c>: a start that each bureau edits.</summary>
public static class DefaultUnits
{
    /// <summary>The eleven standard sections, each with other names for it and its duties.</summary>
    public static IReadOnlyList<UnitProfile> All { get; } = Read();

    /// <summary>The standard section that a bureau's own name means (基教股 is 基础教育科), or null where it is none of them.</summary>
    /// <example><code>DefaultUnits.Standard("青禾县教育局计财科")?.Name // 规划财务科</code></example>
    public static UnitProfile? Standard(string name) => All
        .Select(unit => (Unit: unit, Known: unit.ShortNames.Append(unit.Name).Where(known => name.EndsWith(known, StringComparison.Ordinal)).Select(known => known.Length).DefaultIfEmpty().Max()))
        .Where(match => match.Known > 0)
        .OrderByDescending(match => match.Known)
        .Select(match => match.Unit)
        .FirstOrDefault();

    private static List<UnitProfile> Read()
    {
        var units = new List<UnitProfile>();
        foreach (var line in SuggestionFile.Lines("default-duties.txt"))
        {
            if (line.StartsWith('[') && line.Split(']', 2) is [var name, var others])
                units.Add(new(name[1..], SuggestionFile.Words(others), []));
            else
                units[^1] = units[^1] with { Duties = [.. units[^1].Duties, .. SuggestionFile.Words(line)] };
        }
        return units;
    }
}

/// <summary>The data files of this folder, which are part of the assembly.</summary>
internal static class SuggestionFile
{
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Suggestions." + name)
            ?? throw new InvalidOperationException("The file " + name + " is not part of the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && line[0] != '#')
                yield return line;
        }
    }

    internal static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

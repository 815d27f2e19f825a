using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Shuren.PlanText.Numbers;

namespace Shuren.PlanText.Targets;

/// <summary>Reads the rule files of <c>Rules/</c>, which are part of the assembly: <c>#</c> begins a remark, blank lines mean nothing.</summary>
internal static class RuleFile
{
    internal static IEnumerable<string> Lines(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Rules." + name)
            ?? throw new InvalidOperationException("The rule file " + name + " is not part of the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#' && !string.IsNullOrWhiteSpace(line))
                yield return FlatText.Of(line);
        }
    }

    /// <summary>Lines of the form <c>key: word word</c>; a key may come more than once.</summary>
    internal static FrozenDictionary<string, WordList> Groups(string name) => Lines(name)
        .Select(line => line.Split(':', 2))
        .GroupBy(parts => parts[0].Trim(), parts => Words(parts[1]))
        .ToFrozenDictionary(group => group.Key, group => new WordList(group.SelectMany(words => words)));

    internal static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Text.RegularExpressions;

namespace Shuren.Platform.Windows;

/// <summary>What windows are made of, as their own text says: which of them may show something else when rows of a table change.</summary>
/// <param name="windows">All of the house.</param>
public sealed partial class WindowSources(IEnumerable<Window> windows)
{
    private readonly IReadOnlyDictionary<string, HashSet<string>> words = windows.ToDictionary(
        window => window.Name,
        window => Word().Matches(string.Join('\n', window.Sql.Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal)))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <summary>The windows that name any of the tables, also by way of other windows.</summary>
    public IReadOnlySet<string> ReadersOf(IReadOnlySet<string> tables)
    {
        var readers = new HashSet<string>(StringComparer.Ordinal);
        // A window is among its own words: that makes it no reader.
        while (words.Where(window => !readers.Contains(window.Key) && (window.Value.Overlaps(tables) || window.Value.Any(word => word != window.Key && readers.Contains(word)))).Select(window => window.Key).ToList() is { Count: > 0 } found)
            readers.UnionWith(found);
        return readers;
    }

    [GeneratedRegex("[a-z_]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

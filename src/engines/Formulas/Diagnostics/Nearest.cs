namespace Shuren.Formulas.Diagnostics;

/// <summary>The names most like what was written, by edit distance.</summary>
internal static class Nearest
{
    private const int Most = 3;

    public static IReadOnlyList<string> To(string written, IEnumerable<string> names)
    {
        var folded = Fold(written);
        return [.. names.Distinct(StringComparer.OrdinalIgnoreCase)
            .Select(name => (Name: name, Distance: Distance(folded, Fold(name))))
            .Where(pair => pair.Distance <= Math.Max(1, Math.Max(folded.Length, pair.Name.Length) / 2))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Take(Most).Select(pair => pair.Name)];
    }

    private static string Fold(string word) => word.Length > 60 ? word[..60].ToLowerInvariant() : word.ToLowerInvariant();

    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (one[i - 1] == other[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.Length];
    }
}

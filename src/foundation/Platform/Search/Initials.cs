using System.Collections.Frozen;

namespace Shuren.Platform.Search;

/// <summary>
/// Initials of pinyin: 实验小学 is syxx. The table has the 6,763 characters of GB 2312 with every reading that is common or stands in surnames and
/// place names, from Unihan 15 (kMandarin, kHanyuPinlu) and a list of our own (docs/decisions/0102).
/// </summary>
public static class Initials
{
    /// <summary>So many ways of reading a title are kept; further characters with several readings then have their first one.</summary>
    public const int MostReadings = 16;

    private static readonly FrozenDictionary<char, string> Table = Read();

    /// <summary>The initials of a character, its letter for a Latin one; empty for what has none.</summary>
    public static string Of(char folded) => folded is >= 'a' and <= 'z' ? folded.ToString() : Table.GetValueOrDefault(folded, "");

    /// <summary>Every way of reading a folded title, without what has no initial.</summary>
    public static IReadOnlyList<string> Readings(string folded)
    {
        List<string> readings = [""];
        foreach (var initials in folded.Select(Of).Where(initials => initials.Length > 0))
        {
            var ways = readings.Count * initials.Length <= MostReadings ? initials : initials[..1];
            readings = [.. readings.SelectMany(reading => ways.Select(way => reading + way))];
        }
        return readings is [""] ? [] : readings;
    }

    private static FrozenDictionary<char, string> Read()
    {
        using var lines = new StreamReader(typeof(Initials).Assembly.GetManifestResourceStream("Shuren.Platform.Search.initials.txt")!); // embedded by the project
        var table = new Dictionary<char, string>();
        while (lines.ReadLine() is { } line)
        {
            foreach (var character in line.AsSpan(2))
                table[character] = table.GetValueOrDefault(character, "") + line[0];
        }
        return table.ToFrozenDictionary();
    }
}

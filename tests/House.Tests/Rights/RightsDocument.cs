using System.Text;
using Shuren.Browser.Tests;

namespace Shuren.House.Tests.Rights;

/// <summary>The table in docs/rights.md: what every role gets at every address.</summary>
internal static class RightsDocument
{
    private const string Begin = "<!-- table -->";
    private const string End = "<!-- end of table -->";

    private static string Place => Path.Combine(Repository.Root, "docs", "rights.md");

    /// <summary>The rows: <c>GET /planning</c> → a cell for each column.</summary>
    public static Dictionary<string, string[]> Read() => File.ReadAllLines(Place)
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split('|', StringSplitOptions.TrimEntries))
        .ToDictionary(cells => cells[0].Trim('`'), cells => cells[1..]);

    /// <summary>Writes the rows that were seen, for a person to read before they are committed.</summary>
    public static void Write(IReadOnlyList<string> columns, IEnumerable<(string Row, string[] Cells)> rows)
    {
        var text = File.ReadAllText(Place);
        var table = new StringBuilder().Append(Begin).Append("\n\n");
        table.Append("| address | ").AppendJoin(" | ", columns).Append(" |\n|---|").Append(string.Concat(columns.Select(_ => "---|"))).Append('\n');
        foreach (var (row, cells) in rows)
            table.Append("| `").Append(row).Append("` | ").AppendJoin(" | ", cells).Append(" |\n");
        File.WriteAllText(Place, text[..text.IndexOf(Begin, StringComparison.Ordinal)] + table.Append('\n') + text[text.IndexOf(End, StringComparison.Ordinal)..]);
    }
}

using System.Globalization;

namespace Shuren.Architecture.Tests;

/// <summary>The table of rooms and floors in docs/house.md.</summary>
internal static class HousePlan
{
    public static IReadOnlyDictionary<string, int> Floors() => Repository.Read("docs/house.md").Split('\n')
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .Where(cells => cells.Length > 3 && int.TryParse(cells[1], CultureInfo.InvariantCulture, out _))
        .ToDictionary(cells => cells[2], cells => int.Parse(cells[1], CultureInfo.InvariantCulture));
}

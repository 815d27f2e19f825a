using Shuren.Ui;

namespace Shuren.Planning.EditInExcel;

/// <summary>Values of fields as the check page says them.</summary>
internal static class SheetWords
{
    public static string Day(DateOnly? day) => day is { } known ? Wording.FullDay(known) : "";

    public static string YesNo(bool value) => value ? ViewText.Yes : ViewText.No;

    /// <summary>The fields that are another now, in words.</summary>
    public static IReadOnlyList<SheetDifference> Differences(string number, string title, params ReadOnlySpan<(string Field, string Before, string After)> fields)
    {
        var found = new List<SheetDifference>();
        foreach (var (field, before, after) in fields)
        {
            if (before != after)
                found.Add(new(number, title, field, Said(before), Said(after)));
        }
        return found;
    }

    /// <summary>The same differences; the one in that field says which deadline it sets.</summary>
    public static IReadOnlyList<SheetDifference> Setting(this IReadOnlyList<SheetDifference> differences, string field, DateOnly? deadline) =>
        [.. differences.Select(row => row.Field == field ? row with { Deadline = deadline } : row)];

    private static string Said(string value) => value.Length == 0 ? ViewText.EmptyValue : value;
}

using System.Globalization;

namespace Shuren.Documents.Workbooks.Writing;

/// <summary>
/// The drop-down lists of a workbook on a hidden sheet of their own, one column each: a list inside the rule itself may neither hold a
/// comma nor more than 255 characters.
/// </summary>
internal sealed class ChoiceLists
{
    private readonly List<IReadOnlyList<string>> lists = [];
    private string name = "";

    internal ChoiceLists(IReadOnlyList<Sheet> sheets)
    {
        foreach (var choices in sheets.SelectMany(s => s.Columns).Select(c => c.Choices).Where(c => c.Count > 0))
        {
            if (IndexOf(choices) < 0)
                lists.Add(choices);
        }
        if (lists.Count > 0)
            Sheet = new("下拉选项", [.. lists.Select((_, i) => new SheetColumn($"list{i}", string.Create(CultureInfo.InvariantCulture, $"选项{i + 1}"), 20))], Rows());
    }

    /// <summary>The hidden sheet, or null where no column offers a choice.</summary>
    internal Sheet? Sheet { get; }

    internal void NameSheet(string allowed) => name = allowed;

    /// <summary>For each column of a sheet that offers a choice, where its list stands.</summary>
    internal Dictionary<string, string> RangesOf(Sheet sheet) =>
        sheet.Columns.Where(c => c.Choices.Count > 0).ToDictionary(c => c.Key, c => Range(IndexOf(c.Choices)));

    private string Range(int list)
    {
        var column = SheetNames.Column(list + 1);
        return string.Create(CultureInfo.InvariantCulture, $"{SheetNames.Quoted(name)}!${column}$2:${column}${lists[list].Count + 1}");
    }

    private int IndexOf(IReadOnlyList<string> choices) => lists.FindIndex(known => known.SequenceEqual(choices));

    private IEnumerable<IReadOnlyList<object?>> Rows() =>
        Enumerable.Range(0, lists.Max(l => l.Count)).Select(i => lists.Select(l => i < l.Count ? (object?)l[i] : null).ToArray());
}

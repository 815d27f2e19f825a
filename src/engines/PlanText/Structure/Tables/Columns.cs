using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Owners;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Tables;

/// <summary>What the columns of a breakdown table hold.</summary>
/// <param name="Roles">One for each column: number, key, task, measure, goal, remark, lead, support, due, person; or null.</param>
internal sealed record Columns(IReadOnlyList<string?> Roles)
{
    /// <summary>2027年.</summary>
    private const int YearLength = 5;

    private static readonly IReadOnlyDictionary<string, WordList> Names = RuleFile.Roles("column-names");

    /// <summary>For each column the year that its head names, or null.</summary>
    internal IReadOnlyList<string?> Years { get; private init; } = [];

    /// <summary>Reads a header row: two and more of its cells are known names; null for any other row.</summary>
    internal static Columns? Read(IReadOnlyList<Passage> row)
    {
        var roles = row.Select(RoleOf).ToList();
        return roles.Count(r => r is not null) >= 2 && roles.Count(r => r is not null) * 2 >= row.Count(c => !c.IsEmpty) ? new(roles) { Years = [.. row.Select(YearOf)] } : null;
    }

    /// <summary>How many cells are known names of columns.</summary>
    internal static int CountNames(IReadOnlyList<Passage> row) => row.Count(cell => RoleOf(cell) is not null);

    /// <summary>A table without header: the column with most words is the task.</summary>
    internal static Columns Guess(IReadOnlyList<IReadOnlyList<Passage>> rows)
    {
        var width = rows.Max(r => r.Count);
        var longest = Enumerable.Range(0, width).MaxBy(c => rows.Sum(r => c < r.Count ? r[c].Length : 0));
        return new([.. Enumerable.Range(0, width).Select(c => c == longest ? "measure" : null)]);
    }

    /// <summary>The column that says most exactly what is to be done.</summary>
    /// <remarks>工作类别, 重点任务: of two columns that may name a group the second says what is to be done.</remarks>
    internal int Text => Find("measure") is >= 0 and var measure ? measure : Find("task") is >= 0 and var task ? task : FindLast("key") is >= 0 and var key ? key : Find("goal");

    /// <summary>The columns before it that name what the rows belong to, from the outermost.</summary>
    internal IReadOnlyList<int> Keys => [.. Enumerable.Range(0, Math.Max(0, Text)).Where(c => Roles[c] is "key" or "task")];

    internal int Find(string role)
    {
        for (var i = 0; i < Roles.Count; i++)
        {
            if (Roles[i] == role)
                return i;
        }

        return -1;
    }

    private int FindLast(string role)
    {
        var last = Roles.Count - 1;
        while (last >= 0 && Roles[last] != role)
            last--;
        return last;
    }

    private static string? RoleOf(Passage cell)
    {
        var name = string.Concat(cell.Plain.Where(c => !char.IsWhiteSpace(c)));
        if (name.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket)
            name = name[..bracket];
        name = name.TrimEnd(':');
        return Names.Keys.FirstOrDefault(role => role != "year" && Names[role].Is(name)) ?? OwnerNote.RoleOf(name) ?? (YearOf(cell) is null ? null : "goal");
    }

    /// <summary>The year for which a column says what is to be reached (2027年, 2027年度目标), as printed; null for any other.</summary>
    internal static string? YearOf(Passage cell)
    {
        var name = string.Concat(cell.Plain.Where(c => !char.IsWhiteSpace(c)));
        if (name.Length < YearLength || PeriodFinder.FirstYear(name.AsSpan(0, 4)) is null || name[4] != '年')
            return null;
        var rest = name[YearLength..].TrimStart('度');
        return rest.Length == 0 || Names["goal"].Is(rest) || Names["year"].Is(rest) ? name[..YearLength] : null;
    }
}

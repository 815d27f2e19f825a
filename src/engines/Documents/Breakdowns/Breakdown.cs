namespace Shuren.Documents.Breakdowns;

/// <summary>A breakdown table (任务分解表): who does which task of a plan by when.</summary>
/// <param name="Title">Such as 青禾县教育局2026年工作要点任务分解表.</param>
/// <param name="Rows">In the plan's order.</param>
public sealed record Breakdown(string Title, IReadOnlyList<BreakdownRow> Rows)
{
    /// <summary>A line below the title, such as the date; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The bureau that sends it out; null where it is not known.</summary>
    public string? Bureau { get; init; }
}

/// <summary>One task of the table.</summary>
/// <param name="Number">As printed: 1.1, 1.2, 2.1 ...</param>
/// <param name="Section">The key task (重点任务) it belongs to; equal neighbours become one cell in Word.</param>
/// <param name="Task">What is to be done.</param>
/// <param name="Lead">The lead unit (牵头单位); empty where nobody was named yet.</param>
/// <param name="Support">Supporting units (配合单位).</param>
/// <param name="Due">By when, in words (完成时限).</param>
/// <param name="Targets">What is to be reached, in numbers (量化目标).</param>
/// <param name="Remark">Remark (备注); the column is printed only where a row has one.</param>
public sealed record BreakdownRow(
    string Number, string Section, string Task, string Lead, IReadOnlyList<string> Support, string Due, IReadOnlyList<string> Targets, string Remark = "")
{
    /// <summary>Who answers for it (责任人), a name; the column is printed only where a row has one.</summary>
    public string Accountable { get; init; } = "";
}

/// <summary>The columns of the table, the same in Word and in Excel.</summary>
/// <param name="Key">The code name.</param>
/// <param name="Head">What stands above.</param>
/// <param name="Share">Part of the paper's width in Word, in millimetres.</param>
/// <param name="Width">Width in Excel, in digits.</param>
/// <param name="Read">The cell's words.</param>
internal sealed record BreakdownColumn(string Key, string Head, double Share, double Width, Func<BreakdownRow, string> Read)
{
    private static readonly IReadOnlyList<BreakdownColumn> All =
    [
        new("number", "序号", 13, 8, r => r.Number),
        new("section", "重点任务", 27, 22, r => r.Section),
        new("task", "工作任务（具体举措）", 67, 58, r => r.Task),
        new("lead", "牵头单位", 24, 16, r => r.Lead),
        new("accountable", "责任人", 18, 12, r => r.Accountable),
        new("support", "配合单位", 25, 20, r => string.Join("、", r.Support)),
        new("due", "完成时限", 35, 17, r => r.Due),
        new("targets", "量化目标", 34, 30, r => string.Join('\n', r.Targets)),
        new("remark", "备注", 18, 16, r => r.Remark),
    ];

    /// <summary>Columns that are left out where no row has anything to say in them.</summary>
    private static readonly string[] OnlyWhereFilled = ["accountable", "remark"];

    internal static IReadOnlyList<BreakdownColumn> Of(Breakdown breakdown) =>
        [.. All.Where(c => !OnlyWhereFilled.Contains(c.Key) || breakdown.Rows.Any(r => c.Read(r).Length > 0))];
}

namespace Shuren.Engines.Tests.PlanText.Dresses;

/// <summary>How a plan is numbered and where its headings stand.</summary>
/// <param name="Name">For the report.</param>
/// <param name="Part">What stands before the title of a part.</param>
/// <param name="Point">What stands before the title of a point: its place in the plan and in its part.</param>
/// <param name="Behind">What stands between the title of a point and its sentences; a line break gives it a line of its own.</param>
/// <param name="Sentence">What stands before each sentence, which then has a line of its own; null for one paragraph.</param>
internal sealed record Numbering(string Name, Func<int, string> Part, Func<int, int, string> Point, string Behind, Func<int, string>? Sentence = null)
{
    private static readonly string[] Chinese = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四", "十五", "十六", "十七", "十八", "十九", "二十"];

    /// <summary>In the order in which offices use them.</summary>
    internal static IReadOnlyList<Numbering> All { get; } =
    [
        new("一、（一）own line", p => Chinese[p] + "、", (_, q) => $"（{Chinese[q]}）", "\n"),
        new("一、（一）full stop", p => Chinese[p] + "、", (_, q) => $"（{Chinese[q]}）", "。"),
        new("一、1. counted through", p => Chinese[p] + "、", (n, _) => $"{n + 1}.", "。"),
        new("一、1． wide dot", p => Chinese[p] + "、", (n, _) => $"{n + 1}．", "。"),
        new("一、1、colon", p => Chinese[p] + "、", (_, q) => $"{q + 1}、", "："),
        new("一、（1）own line", p => Chinese[p] + "、", (_, q) => $"（{q + 1}）", "\n"),
        new("一、①", p => Chinese[p] + "、", (_, q) => $"{"①②③④⑤⑥"[q]}", "。"),
        new("第一章 第一节", p => $"第{Chinese[p]}章 ", (_, q) => $"第{Chinese[q]}节 ", "\n"),
        new("第一部分 一、", p => $"第{Chinese[p]}部分 ", (_, q) => Chinese[q] + "、", "\n"),
        new("第一章 第一条", p => $"第{Chinese[p]}章 ", (n, _) => $"第{Chinese[n]}条 ", "。"),
        new("1 and 1.1", p => $"{p + 1}. ", (_, _) => "", "\n"),
        new("一、一是", p => Chinese[p] + "、", (_, q) => Chinese[q] + "是", "。"),
        new("■ ●", _ => "■ ", (_, _) => "● ", "\n"),
        new("◆ full stop", _ => "◆", (_, _) => "▪ ", "。"),
        new("nothing, own lines", _ => "", (_, _) => "", "。"),
        new("一、gap", p => Chinese[p] + "、", (_, q) => $"{q + 1}.", "　　"),
        new("一、（一）1. each", p => Chinese[p] + "、", (_, q) => $"（{Chinese[q]}）", "\n", s => $"{s + 1}."),
        new("一、1.（1）each", p => Chinese[p] + "、", (_, q) => $"{q + 1}.", "\n", s => $"（{s + 1}）"),
        new("一、（一）① each", p => Chinese[p] + "、", (_, q) => $"（{Chinese[q]}）", "\n", s => $"{"①②③④⑤⑥"[s]}"),
        new("一、（一）● each", p => Chinese[p] + "、", (_, q) => $"（{Chinese[q]}）", "\n", _ => "● "),
        new("一、任务1：", p => Chinese[p] + "、", (n, _) => $"任务{n + 1}：", "。"),
        new("一、【title】", p => Chinese[p] + "、", (_, _) => "", "】"),
    ];

    internal static Numbering Official => All[0];

    /// <summary>The plan as lines of text.</summary>
    internal IEnumerable<string> Write(BarePlan plan)
    {
        yield return plan.Title;
        var counted = 0;
        for (var p = 0; p < plan.Parts.Count; p++)
        {
            yield return Part(p) + plan.Parts[p].Title;
            for (var q = 0; q < plan.Parts[p].Points.Count; q++)
            {
                foreach (var line in Write(plan.Parts[p].Points[q], MarkOf(p, counted++, q)))
                    yield return line;
            }
        }
    }

    private string MarkOf(int part, int counted, int point) =>
        Name == "1 and 1.1" ? $"{part + 1}.{point + 1} " : Behind == "】" ? "【" : Point(counted, point);

    private IEnumerable<string> Write(BarePoint point, string mark)
    {
        var isOwnLine = Behind == "\n";
        if (isOwnLine)
            yield return mark + point.Title;
        var opening = isOwnLine ? "" : mark + point.Title + Behind;
        if (Sentence is null)
            yield return opening + string.Concat(point.Sentences);
        else
        {
            for (var s = 0; s < point.Sentences.Count; s++)
                yield return Sentence(s) + point.Sentences[s];
        }
    }
}

using Shuren.Documents.Breakdowns;

namespace Shuren.Engines.Tests.Documents;

/// <summary>A breakdown of the invented district 青禾县, long enough for several pages.</summary>
internal static class Samples
{
    private static readonly (string Section, string[] Tasks)[] Sections =
    [
        ("推进学前教育普及普惠", ["新建、改扩建公办幼儿园3所，新增公办学位900个，公办园在园幼儿占比稳定在62%以上。", "开展小区配套园“回头看”，逐园建立移交台账，做到一园一档。", "组织园长跟岗研修两期，每期不少于20人。"]),
        ("推动义务教育优质均衡", ["制定优质均衡创建路线图，逐校测算校际差异系数，按月通报短板指标，督促有关学校在秋季开学前补齐功能教室和教学仪器。", "组建城乡教育共同体6个，实现乡镇学校全覆盖。", "校长教师交流轮岗不低于符合条件人数的10%，其中骨干教师不低于交流总数的20%。", "消除56人及以上大班额。"]),
        ("守牢校园安全底线", ["每月开展一次应急疏散演练，每学期组织一次校车安全专项检查。", "校园专职保安配备率、一键报警联网率、封闭化管理率保持100%。"]),
    ];

    internal static Breakdown Breakdown(int repeats = 1) => new("青禾县教育局2026年工作要点任务分解表", [.. Rows(repeats)])
    {
        Subtitle = "（2026年3月1日）",
        Bureau = "青禾县教育局",
    };

    private static IEnumerable<BreakdownRow> Rows(int repeats) =>
        from turn in Enumerable.Range(0, repeats)
        from section in Sections.Index()
        from task in section.Item.Tasks.Index()
        let number = turn * Sections.Length + section.Index + 1
        select new BreakdownRow(
            $"{number}.{task.Index + 1}", section.Item.Section, task.Item, task.Index == 2 ? "" : "基础教育科", task.Index == 0 ? ["规划财务科", "督导室"] : [],
            task.Index == 1 ? "2026年6月底前" : "年内", task.Index == 0 ? ["新增公办学位900个", "公办园占比≥62%"] : []);
}

namespace Shuren.Engines.Tests.PlanText.Sources;

/// <summary>Texts of the invented district 青禾县.</summary>
internal static class Samples
{
    internal const string Plan = """
        青禾县教育局2026年工作要点

        2026年是青禾县教育高质量发展的关键之年。全县教育工作的总体要求是：坚持立德树人，扩优提质，办好人民满意的教育。

        一、扩大优质资源

        1.新建学校3所。年底前完成青禾县第三小学、城东幼儿园和河西初中的建设，新增学位不少于2400个。

        2.提升办园水平。公办幼儿园在园幼儿占比达到62.5%，普惠率保持在95%以上。

        二、建强教师队伍

        （一）开展培训。全年举办校长论坛4场，培训骨干教师1200人次。
        """;

    /// <summary>A paragraph of ordinary length, the same for the same number.</summary>
    internal static string Paragraph(int number) =>
        $"{number}.落实青禾县第{number}项教育任务。各中小学校要结合实际制定方案，明确责任科室和完成时限，每学期开展不少于{number + 1}次专题研究，"
        + "持续提升课堂教学质量，切实减轻学生课业负担，让每一个孩子都能在家门口上好学。年底前组织一次全面评估并公布结果。";

    /// <summary>Breaks a paragraph into lines of so many characters.</summary>
    internal static IEnumerable<string> Wrap(string paragraph, int width)
    {
        for (var at = 0; at < paragraph.Length; at += width)
            yield return paragraph[at..Math.Min(at + width, paragraph.Length)];
    }
}

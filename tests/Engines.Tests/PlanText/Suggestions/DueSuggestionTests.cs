using Shuren.PlanText;
using Shuren.PlanText.Suggestions;

namespace Shuren.Engines.Tests.PlanText.Suggestions;

public sealed class DueSuggestionTests
{
    [Fact]
    public void The_documents_own_date_is_suggested_with_its_words()
        => Assert.Equal(new DueAdvice(new(2026, 6, 30), "文件写明“6月底前”，最迟到2026年6月30日。"), DueSuggestion.Suggest(Task("6月底前", new(2026, 6, 30)), 2026));

    [Fact]
    public void Without_words_the_end_of_the_plan_is_suggested()
        => Assert.Equal(new DueAdvice(new(2028, 12, 31), "文件没有写明时限，先按计划年末2028年12月31日。"), DueSuggestion.Suggest(Task(null, null), 2028));

    [Fact]
    public void Words_without_a_date_are_quoted_and_the_end_of_the_plan_is_suggested()
        => Assert.Equal(new DueAdvice(new(2026, 12, 31), "文件只写“长期坚持”，没有具体日期，先按计划年末2026年12月31日。"), DueSuggestion.Suggest(Task("长期坚持", null), 2026));

    private static PlanTask Task(string? due, DateOnly? date) => new("t1", null, "推进工作。", null, [], due, date, new(1, 0, 5));
}

using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

public sealed class RecordTests
{
    [Fact]
    public async Task The_thread_is_dashed_only_towards_what_is_still_to_come()
    {
        var page = await Drawn.Page<Shuren.Ui.Thread>(new
        {
            Items = new ThreadItem[]
            {
                new("条款", "2月12日", "工作要点") { Href = "plans/1", Quote = "达到58%以上" },
                new("任务", "本页", "2.8") { Place = ThreadPlace.Here },
                new("考核", "12月", "计入考核") { Place = ThreadPlace.Ahead },
                new("总结", "未生成", "第4句") { Place = ThreadPlace.Ahead },
            },
        });

        Assert.Equal(["", "is-here to-next", "is-next to-next", "is-next"], page.QuerySelectorAll("li").Select(knot => knot.ClassName));
        Assert.Equal("达到58%以上", page.QuerySelector("blockquote")!.TextContent);
        Assert.Equal("plans/1", Assert.Single(page.QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Theory]
    [InlineData(2027, 2, 4)]
    [InlineData(2026, 4, 5)]
    [InlineData(2026, 8, 6)]
    public async Task A_month_has_the_weeks_it_touches_and_starts_on_monday(int year, int month, int weeks)
    {
        var page = await Drawn.Page<Calendar>(new { Month = new DateOnly(year, month, 1).AddDays(5), Caption = "节点" });

        Assert.Equal(weeks, page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("周一", page.QuerySelector("thead th")!.TextContent);
        Assert.Equal(DateTime.DaysInMonth(year, month), page.QuerySelectorAll("tbody td:not(.is-out)").Length);
    }

    [Fact]
    public async Task An_entry_stands_on_its_day_with_its_lamp_in_words()
    {
        var page = await Drawn.Page<Calendar>(new
        {
            Month = new DateOnly(2026, 4, 1),
            Caption = "节点",
            Entries = new CalendarEntry[] { new(new(2026, 4, 17), "主体封顶", "tasks/28", LampKind.DueSoon) },
        });

        var day = Assert.Single(page.QuerySelectorAll("td.has-entry"));
        Assert.Equal("2026-04-17", day.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal("临期主体封顶", day.QuerySelector(".lamp")!.TextContent);
    }

    [Theory]
    [InlineData(1, 3, 1, "20%", "60%", "80%")]
    [InlineData(0, 0, 0, "0%", "0%", "0%")]
    public async Task A_stacked_bar_sets_its_parts_end_to_end(int done, int going, int late, string first, string second, string third)
    {
        var page = await Drawn.Page<StackedBar>(new { Done = done, Going = going, Late = late });

        Assert.Equal(first, page.QuerySelector(".b-val")!.GetAttribute("width"));
        Assert.Equal(second, page.QuerySelector(".b-val2")!.GetAttribute("width"));
        Assert.Equal(third, page.QuerySelector(".b-red")!.GetAttribute("x"));
    }

    [Fact]
    public async Task A_goal_bar_ends_at_the_greatest_value_unless_told()
    {
        var page = await Drawn.Page<BulletBar>(new { Value = 540m, Goal = (decimal?)1080m, Label = "现值540个，目标1080个" });

        Assert.Equal("50%", page.QuerySelector(".b-val")!.GetAttribute("width"));
        Assert.Equal("100%", page.QuerySelector(".b-goal")!.GetAttribute("x1"));
    }

    [Fact]
    public async Task A_goal_says_its_numbers_in_words()
    {
        var page = await Drawn.Page<GoalRow>(new { Name = "覆盖率", Value = 92.6m, ValueText = "92.6%", Goal = (decimal?)92m, GoalText = "92%", Lamp = LampKind.Reached });

        Assert.Equal("现值92.6%，目标92%", page.QuerySelector("svg")!.GetAttribute("aria-label"));
        Assert.Equal("92.6%", page.QuerySelector(".v")!.TextContent);
        Assert.Equal("已达到", page.QuerySelector(".lamp")!.TextContent);
    }
}

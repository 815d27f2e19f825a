using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

public sealed class FormTests
{
    private static readonly FormProblems OneAtTheGoal = new([new("Goal", "目标值填数字，例如58")]);

    [Fact]
    public async Task A_refused_form_says_how_many_things_to_change_and_leads_to_each()
    {
        var page = await Drawn.Page<FormErrors>(new { Problems = OneAtTheGoal });

        Assert.Equal("有1处需要修改", page.QuerySelector("h2")!.TextContent);
        Assert.Equal("components?all=1#f-goal", page.QuerySelector("li a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_form_without_problems_shows_no_summary()
    {
        var page = await Drawn.Page<FormErrors>(new { Problems = FormProblems.None });

        Assert.Empty(page.QuerySelectorAll(".error-summary"));
    }

    [Fact]
    public async Task The_problem_stands_at_its_field_and_is_read_with_it()
    {
        var page = await Drawn.Page<PostForm>(new { Problems = OneAtTheGoal, ChildContent = Whole.Of<TextField>(("Name", "Goal"), ("Label", "目标值"), ("Value", "五十八"), ("Hint", "填数字")) });

        var input = page.QuerySelector("input[name=Goal]")!;
        Assert.Equal("f-goal-hint f-goal-problem", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("五十八", input.GetAttribute("value"));
        Assert.Equal("目标值填数字，例如58", page.GetElementById("f-goal-problem")!.TextContent);
        Assert.NotNull(input.Closest(".has-error"));
    }

    [Fact]
    public async Task A_problem_found_while_the_form_is_handled_reaches_its_field()
    {
        var page = await Drawn.Page<RefusesLater>();

        Assert.NotNull(page.QuerySelector(".error-summary"));
        Assert.NotNull(page.QuerySelector("input[name=Goal]")!.Closest(".has-error"));
    }

    [Fact]
    public async Task Every_posted_form_carries_the_token_against_forgery()
    {
        var page = await Drawn.Page<ConfirmPage>(new { Title = "删除草稿？", ConfirmLabel = "删除草稿", CancelHref = "plans/1", Action = "plans/1/delete", Danger = true });

        Assert.Equal("post", page.QuerySelector("form")!.GetAttribute("method"));
        Assert.Equal("token", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        Assert.Equal("plans/1", page.QuerySelector("a.btn")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_select_asks_to_choose_only_while_nothing_is_chosen()
    {
        Choice[] options = [new("a", "基础教育科"), new("b", "规划财务科")];

        var open = await Drawn.Page<SelectField>(new { Name = "Lead", Label = "牵头科室", Options = options });
        var chosen = await Drawn.Page<SelectField>(new { Name = "Lead", Label = "牵头科室", Options = options, Value = "b" });

        Assert.Equal("请选择", open.QuerySelector("option")!.TextContent);
        Assert.Equal(2, chosen.QuerySelectorAll("option").Length);
        Assert.Equal("规划财务科", chosen.QuerySelector("option[selected]")!.TextContent);
    }

    [Theory]
    [InlineData("Due", "f-due")]
    [InlineData("Items[0].Due", "f-items-0-due")]
    [InlineData("a__b", "f-a-b")]
    public void An_id_is_made_of_the_letters_of_the_name(string name, string id) => Assert.Equal(id, FieldIds.Of(name));

    /// <summary>A page that draws its form first and refuses it afterwards, as pages do that handle their own form.</summary>
    private sealed class RefusesLater : ComponentBase
    {
        private FormProblems? problems;

        protected override async Task OnInitializedAsync()
        {
            await Task.Yield();
            problems = OneAtTheGoal;
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            Whole.Of<PostForm>(("Problems", problems), ("ChildContent", Whole.Of<TextField>(("Name", "Goal"), ("Label", "目标值"))))(builder);
    }
}

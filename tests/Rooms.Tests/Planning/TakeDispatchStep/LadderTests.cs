using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.TakeDispatchStep;

public class LadderTests
{
    private static readonly DateOnly Today = new(2026, 4, 15);

    [Theory]
    [InlineData(Lamp.Red, "Reminder")]
    [InlineData(Lamp.Amber, null)]
    [InlineData(Lamp.Green, null)]
    [InlineData(Lamp.Done, null)]
    public void The_first_rung_is_proposed_for_late_work_only(Lamp lamp, string? proposed) =>
        Assert.Equal(proposed, Ladder.NextFor([], lamp, Today)?.ToString());

    [Theory]
    [InlineData("Reminder", "Review")]
    [InlineData("Review", "Check")]
    [InlineData("Check", "Circular")]
    [InlineData("Circular", "Rectification")]
    [InlineData("Rectification", "Interview")]
    [InlineData("Interview", "Interview")]
    public void A_step_that_brought_nothing_proposes_the_next(string taken, string proposed)
    {
        var judged = Step(taken, Today.AddDays(3), "还在办", broughtResult: false);
        var silent = Step(taken, Today.AddDays(-1), null, null);

        Assert.Equal(proposed, Ladder.NextFor([judged], Lamp.Red, Today).ToString());
        Assert.Equal(proposed, Ladder.NextFor([silent], Lamp.Red, Today).ToString());
    }

    [Fact]
    public void Nothing_is_proposed_while_a_step_may_still_bring_something()
    {
        Assert.Null(Ladder.NextFor([Step("Check", Today, null, null)], Lamp.Red, Today));
        Assert.Null(Ladder.NextFor([Step("Check", Today.AddDays(-9), "已答复", null)], Lamp.Red, Today));
        Assert.Null(Ladder.NextFor([Step("Check", Today.AddDays(-9), "已答复", true)], Lamp.Red, Today));
        Assert.Null(Ladder.NextFor([Step("Check", Today.AddDays(-9), null, null)], Lamp.Done, Today));
    }

    [Fact]
    public void Only_the_last_step_counts()
    {
        var first = Step("Reminder", Today.AddDays(-20), null, false, Today.AddDays(-30));
        var second = Step("Review", Today.AddDays(2), null, null, Today.AddDays(-3));

        Assert.Null(Ladder.NextFor([second, first], Lamp.Red, Today));
        Assert.Equal(Rung.Check, Ladder.HighestWithoutReason([second, first]));
    }

    private static DispatchStep Step(string rung, DateOnly answerBy, string? answer, bool? broughtResult, DateOnly? on = null)
    {
        var step = new DispatchStep { TaskId = Guid.CreateVersion7(), Rung = Enum.Parse<Rung>(rung), On = on ?? Today.AddDays(-10), Reason = "逾期", AnswerBy = answerBy, By = "周晓岚", At = DateTime.UnixEpoch };
        if (answer is not null)
            step.Reply(answer, Today);
        if (broughtResult is { } brought)
            step.Judge(brought);
        return step;
    }
}

using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform.Todos;
using Shuren.Testing;
using Take = Shuren.Planning.TakeDispatchStep.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.WaitForPeople;

/// <summary>What is late stands among what is late, not under 以后.</summary>
public class LateFirstTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_first_rung_is_due_since_the_tasks_own_date()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);

        Assert.Equal(new DateOnly(2026, 4, 13), (await NextAsync(acts)).Due);
    }

    [Fact]
    public async Task The_next_rung_is_due_since_the_day_on_which_nobody_had_answered()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        Acts.Good(await acts.As<Take, Outcome<Guid>>("office", act => act.RunAsync(acts.Task("2.2").Id, new(Rung.Reminder, "逾期") { AnswerBy = new(2026, 4, 20) }, Ct)));
        acts.House.Clock.GoTo(2026, 4, 22);

        Assert.Equal(new DateOnly(2026, 4, 20), (await NextAsync(acts)).Due);
    }

    [Fact]
    public async Task After_an_answer_that_brought_nothing_the_next_rung_is_due_today()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var step = Acts.Good(await acts.As<Take, Outcome<Guid>>("office", act => act.RunAsync(acts.Task("2.2").Id, new(Rung.Reminder, "逾期") { AnswerBy = new(2026, 4, 20) }, Ct)));
        Acts.Good(await acts.As<AnswerDispatch, Outcome<Done>>("chief-finance", act => act.RunAsync(step, "还要两周", Ct)));
        Acts.Good(await acts.As<JudgeDispatch, Outcome<Done>>("office", act => act.RunAsync(step, false, Ct)));

        Assert.Equal(new DateOnly(2026, 4, 15), (await NextAsync(acts)).Due);
    }

    private static async Task<Todo> NextAsync(Acts acts)
    {
        await using var scope = await acts.House.EnterAsAsync(acts.County.AccountId("office"));
        var actor = scope.ServiceProvider.GetRequiredService<Shuren.Platform.Rights.Actor>();
        var today = DateOnly.FromDateTime(acts.House.Clock.GetLocalNow().DateTime);
        var todos = new List<Todo>();
        foreach (var source in scope.ServiceProvider.GetServices<ITodoSource>())
            todos.AddRange(await source.ForAsync(actor, today, Ct));
        return todos.Single(todo => todo.Title.StartsWith("督办：2.2", StringComparison.Ordinal));
    }
}

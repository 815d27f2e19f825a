using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Testing;
using Take = Shuren.Planning.TakeDispatchStep.TakeDispatchStep;

namespace Shuren.Rooms.Tests.Planning.TakeDispatchStep;

/// <summary>Random people do random things to a late task; a model of the ladder that knows nothing of rows must always agree.</summary>
public class RandomLaddersTests
{
    /// <summary>One act: who, what, which rung, with a reason for a skipped rung or without, and how many days go by first.</summary>
    public sealed record Act(string Who, string What, int Rung, bool SaysWhy, int Days);

    private static readonly Gen<Act[]> Lives = (
        from who in Gen.Elements("office", "office", "director", "chief-finance", "chief-basic")
        from what in Gen.Elements("take", "take", "answer", "judge-good", "judge-nothing")
        from rung in Gen.Choose(0, 5)
        from why in Gen.Elements(true, false)
        from days in Gen.Frequency((3, Gen.Constant(0)), (1, Gen.Choose(1, 12)))
        select new Act(who, what, rung, why, days)).ArrayOf(25);

    [Theory]
    [InlineData(TestDatabase.Sqlite, 6)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    public void The_ladder_and_the_model_agree_after_every_act(TestDatabase database, int lives) =>
        Prop.ForAll(Lives.ToArbitrary(), acts => Task.Run(() => LiveAsync(database, acts)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(lives));

    private static async Task<bool> LiveAsync(TestDatabase database, Act[] life)
    {
        await using var acts = await Acts.RunningAsync(database);
        var (model, task, today) = (new Model(), acts.Task("2.2").Id, new DateOnly(2026, 4, 15));
        foreach (var act in life)
        {
            today = today.AddDays(act.Days);
            if (act.Days > 0)
                acts.House.Clock.GoTo(today.Year, today.Month, today.Day);
            var expected = model.Take(act, today);
            var succeeded = await DoAsync(acts, task, act, today);
            Assert.True(expected == succeeded, $"{act} on {today}: model {expected}, house {succeeded}");
            var steps = await acts.Look(db => db.DispatchSteps.AsNoTracking().ToListAsync());
            Assert.Equal(model.Rungs, steps.OrderBy(step => step.On).ThenBy(step => step.At).Select(step => (int)step.Rung));
            Assert.Equal(model.Next(today), (int?)Ladder.NextFor(steps, Lamp.Red, today));
        }
        return true;
    }

    private static async Task<bool> DoAsync(Acts acts, Guid task, Act act, DateOnly today)
    {
        var ct = CancellationToken.None;
        if (act.What == "take")
            return (await acts.As<Take, Outcome<Guid>>(act.Who, take => take.RunAsync(task, new((Rung)act.Rung, "逾期") { SkipReason = act.SaysWhy ? "情况紧急" : "", AnswerBy = today.AddDays(5) }, ct))).Succeeded;
        var steps = await acts.Look(db => db.DispatchSteps.AsNoTracking().OrderBy(step => step.On).ThenBy(step => step.At).ToListAsync());
        var last = steps.Count == 0 ? Guid.Empty : steps[^1].Id;
        return act.What == "answer"
            ? (await acts.As<AnswerDispatch, Outcome<Done>>(act.Who, answer => answer.RunAsync(last, "正在抓紧", ct))).Succeeded
            : (await acts.As<JudgeDispatch, Outcome<Done>>(act.Who, judge => judge.RunAsync(last, act.What == "judge-good", ct))).Succeeded;
    }

    /// <summary>What a clerk would say about the ladder.</summary>
    private sealed class Model
    {
        private readonly List<(int Rung, DateOnly AnswerBy, bool Answered, bool? Brought)> steps = [];

        public IEnumerable<int> Rungs => steps.Select(step => step.Rung);

        public bool Take(Act act, DateOnly today) => act.What switch
        {
            "take" => IsBureau(act) && (act.Rung <= (steps.Count == 0 ? 0 : Math.Min(5, steps.Max(step => step.Rung) + 1)) || act.SaysWhy) && Add(act.Rung, today),
            "answer" => steps.Count > 0 && act.Who is "chief-finance" or "office" && steps.Count > 0 && Answer(),
            _ => steps.Count > 0 && IsBureau(act) && Judge(act.What == "judge-good", today),
        };

        /// <summary>A step that brought nothing, or was met with silence past its day, calls for the next; the last rung repeats.</summary>
        public int? Next(DateOnly today) => steps is [] ? 0
            : steps[^1] is var last && (last.Brought is { } brought ? !brought : !last.Answered && last.AnswerBy < today) ? Math.Min(5, last.Rung + 1) : null;

        private static bool IsBureau(Act act) => act.Who is "office" or "director";

        private bool Add(int rung, DateOnly today)
        {
            steps.Add((rung, today.AddDays(5), false, null));
            return true;
        }

        private bool Answer()
        {
            if (steps[^1].Brought is not null)
                return false;
            steps[^1] = steps[^1] with { Answered = true };
            return true;
        }

        private bool Judge(bool good, DateOnly today)
        {
            var last = steps[^1];
            if (last.Brought is { } judged)
                return judged == good;
            if (!last.Answered && last.AnswerBy >= today)
                return false;
            steps[^1] = last with { Brought = good };
            return true;
        }
    }
}

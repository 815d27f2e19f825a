using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Testing;
using Amend = Shuren.Planning.AmendTask.AmendTask;

namespace Shuren.Rooms.Tests.Planning.GuidePlan;

/// <summary>Random people do random things to a plan; a model that knows nothing of rows must always agree.</summary>
public class RandomLivesTests
{
    private static readonly string[] People = ["office", "director", "chief-basic", "chief-finance", "chief-safety", "staff-basic", "principal"];
    private static readonly string[] Leads = ["组织人事科", "基础教育科", "规划财务科", "安全科"];

    /// <summary>One act. A likely one is what could come next, or no random plan would ever collect four signatures.</summary>
    public sealed record Act(bool IsLikely, string Who, string What, string Unit, bool SaysWhy);

    private static readonly Gen<Act[]> Lives = (
        from likely in Gen.Elements(true, true, false)
        from who in Gen.Elements(People)
        from what in Gen.Elements(Model.Verbs)
        from unit in Gen.Elements(Leads)
        from why in Gen.Elements(true, true, false)
        select new Act(likely, who, what, unit, why)).ArrayOf(40);

    [Theory]
    [InlineData(TestDatabase.Sqlite, 6)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    public void The_plan_and_the_model_agree_after_every_act(TestDatabase database, int lives) =>
        Prop.ForAll(Lives.ToArbitrary(), life => Task.Run(() => LiveAsync(database, life)).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(lives));

    private static async Task<bool> LiveAsync(TestDatabase database, Act[] life)
    {
        await using var acts = await Acts.InAsync(database);
        var model = new Model();
        foreach (var (step, act) in life.Index())
        {
            var (who, what) = act.IsLikely ? model.Likely(act.Unit) : (act.Who, act.What);

            var expected = model.Take(who, what, act.Unit, act.SaysWhy);
            var outcome = await TakeAsync(acts, who, what, act, step);

            Assert.True(expected == outcome.Succeeded, $"step {step}: {who} {what} {act.Unit}: model {expected}, house {(outcome.Succeeded ? "done" : outcome.Refusals[0].Code)}");
            var found = (await acts.As<FindPlanAtHand, PlanAtHand?>("office", find => find.RunAsync(acts.County.Plan.Id, CancellationToken.None)))!.Life;
            Assert.Equal(model.State, found.State.ToString());
            Assert.Equal(model.Signed.Select(acts.County.UnitId).Order(), found.Signed.Order());
            // Every change after publication, and no other, keeps what stood there.
            Assert.Equal(model.Amendments, await acts.Look(db => db.Amendments.CountAsync(amendment => amendment.Field == "title")));
        }
        return true;
    }

    private static async Task<Outcome<Done>> TakeAsync(Acts acts, string who, string what, Act act, int step)
    {
        var (plan, unit, ct) = (acts.County.Plan.Id, acts.County.UnitId(act.Unit), CancellationToken.None);
        var endings = acts.County.Tasks.ToDictionary(task => task.Id, _ => new EndingOfTask(TaskEnding.Cancelled, "不再实施"));
        return what switch
        {
            "send" => await acts.As<SendToCountersign, Outcome<Done>>(who, send => send.RunAsync(plan, 2, ct)),
            "sign" => await acts.As<CountersignPlan, Outcome<Done>>(who, sign => sign.RunAsync(plan, unit, ct)),
            "refuse" => await acts.As<ReturnPlan, Outcome<Done>>(who, back => back.RunAsync(plan, unit, "请修改", ct)),
            "return" => await acts.As<ReturnPlan, Outcome<Done>>(who, back => back.RunAsync(plan, null, "请修改", ct)),
            "approve" => await acts.As<ApprovePlan, Outcome<Done>>(who, approve => approve.RunAsync(plan, ct)),
            "publish" => await acts.As<PublishPlan, Outcome<Done>>(who, publish => publish.RunAsync(plan, ct)),
            "amend" => await AmendAsync(acts, who, $"第{step}次改写", act.SaysWhy ? "上级有新要求" : "", ct),
            _ => await acts.As<ClosePlan, Outcome<Done>>(who, close => close.RunAsync(plan, endings, ct)),
        };
    }

    private static async Task<Outcome<Done>> AmendAsync(Acts acts, string who, string title, string reason, CancellationToken ct)
    {
        var task = await acts.Look(db => db.Tasks.AsNoTracking().SingleAsync(task => task.Number == "1.1"));
        var supports = await acts.Look(db => db.Supports.Where(support => support.TaskId == task.Id).Select(support => support.UnitId).ToListAsync());
        return await acts.As<Amend, Outcome<Done>>(who, amend => amend.RunAsync(task.Id, TaskWording.Of(task, supports) with { Title = title }, reason, null, ct));
    }

    /// <summary>What a clerk would say about a plan's life, in a dozen lines.</summary>
    private sealed class Model
    {
        public static readonly string[] Verbs = ["send", "sign", "refuse", "return", "approve", "publish", "amend", "close"];

        private static readonly Dictionary<string, string> UnitOf = new() { ["chief-basic"] = "基础教育科", ["chief-finance"] = "规划财务科", ["chief-safety"] = "安全科" };

        private bool returned;

        public string State { get; private set; } = "Draft";

        public HashSet<string> Signed { get; } = [];

        public int Amendments { get; private set; }

        public (string Who, string What) Likely(string unit) => State switch
        {
            "Draft" => ("office", "send"),
            "Countersigning" => (UnitOf.FirstOrDefault(chief => chief.Value == unit).Key ?? "office", "sign"),
            "Countersigned" => ("director", "approve"),
            "Approved" => ("office", "publish"),
            _ => ("office", "amend"),
        };

        public bool Take(string who, string what, string unit, bool saysWhy)
        {
            var speaksFor = who == "office" || UnitOf.GetValueOrDefault(who) == unit;
            return what switch
            {
                "send" => who == "office" && (State != "Draft" || Become("Countersigning", forget: true)),
                "sign" => speaksFor && (Signed.Contains(unit) || State == "Countersigning" && Sign(unit)),
                "refuse" => speaksFor && (State == "Draft" ? returned : State is "Countersigning" or "Countersigned" && Return()),
                "return" => who is "office" or "director" && (State == "Draft" ? returned : State is "Countersigning" or "Countersigned" or "Approved" && Return()),
                "approve" => who == "director" && (State is "Approved" or "Published" or "Closed" || State == "Countersigned" && Become("Approved")),
                "amend" => who == "office" && (State == "Draft" || State == "Published" && saysWhy && Amend()),
                "publish" => who == "office" && (State is "Published" or "Closed" || State == "Approved" && Become("Published")),
                _ => who == "office" && (State == "Closed" || State == "Published" && Become("Closed")),
            };
        }

        private bool Amend()
        {
            Amendments++;
            return true;
        }

        private bool Sign(string unit)
        {
            Signed.Add(unit);
            return Signed.Count < Leads.Length || Become("Countersigned");
        }

        private bool Return()
        {
            Become("Draft", forget: true);
            return returned = true;
        }

        private bool Become(string state, bool forget = false)
        {
            State = state;
            returned = false;
            if (forget)
                Signed.Clear();
            return true;
        }
    }
}

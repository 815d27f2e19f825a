using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.GuidePlan;

/// <summary>Random people do random things to a plan; a model that knows nothing of rows must always agree.</summary>
public class RandomLivesTests
{
    private const int ActsALife = 40;

    private static readonly string[] People = ["office", "director", "chief-basic", "chief-finance", "chief-safety", "staff-basic", "principal"];
    private static readonly string[] Leads = ["组织人事科", "基础教育科", "规划财务科", "安全科"];

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.Sqlite, 3)]
    [InlineData(TestDatabase.PostgreSql, 4)]
    public async Task The_plan_and_the_model_agree_after_every_act(TestDatabase database, int seed)
    {
        await using var acts = await Acts.InAsync(database);
        var chance = new Random(seed);
        var model = new Model();
        for (var step = 0; step < ActsALife; step++)
        {
            // Every other act is one that could come next, or no random plan would ever collect four signatures.
            var unit = Leads[chance.Next(Leads.Length)];
            var (who, what) = chance.Next(2) == 0 ? model.Likely(unit) : (People[chance.Next(People.Length)], Model.Verbs[chance.Next(Model.Verbs.Length)]);

            var expected = model.Take(who, what, unit);
            var outcome = await TakeAsync(acts, who, what, unit);

            Assert.True(expected == outcome.Succeeded, $"step {step}: {who} {what} {unit}: model {expected}, house {(outcome.Succeeded ? "done" : outcome.Refusals[0].Code)}");
            var life = (await acts.As<FindPlanAtHand, PlanAtHand?>("office", find => find.RunAsync(acts.County.Plan.Id, CancellationToken.None)))!.Life;
            Assert.Equal(model.State, life.State.ToString());
            Assert.Equal(model.Signed.Select(acts.County.UnitId).Order(), life.Signed.Order());
        }
        Assert.True(model.Moves > 3, "Hardly anything happened: another seed.");
    }

    private static Task<Outcome<Done>> TakeAsync(Acts acts, string who, string what, string unitName)
    {
        var (plan, unit, ct) = (acts.County.Plan.Id, acts.County.UnitId(unitName), CancellationToken.None);
        var endings = acts.County.Tasks.ToDictionary(task => task.Id, _ => new EndingOfTask(TaskEnding.Cancelled, "不再实施"));
        return what switch
        {
            "send" => acts.As<SendToCountersign, Outcome<Done>>(who, act => act.RunAsync(plan, 2, ct)),
            "sign" => acts.As<CountersignPlan, Outcome<Done>>(who, act => act.RunAsync(plan, unit, ct)),
            "refuse" => acts.As<ReturnPlan, Outcome<Done>>(who, act => act.RunAsync(plan, unit, "请修改", ct)),
            "return" => acts.As<ReturnPlan, Outcome<Done>>(who, act => act.RunAsync(plan, null, "请修改", ct)),
            "approve" => acts.As<ApprovePlan, Outcome<Done>>(who, act => act.RunAsync(plan, ct)),
            "publish" => acts.As<PublishPlan, Outcome<Done>>(who, act => act.RunAsync(plan, ct)),
            _ => acts.As<ClosePlan, Outcome<Done>>(who, act => act.RunAsync(plan, endings, ct)),
        };
    }

    /// <summary>What a clerk would say about a plan's life, in a dozen lines.</summary>
    private sealed class Model
    {
        public static readonly string[] Verbs = ["send", "sign", "refuse", "return", "approve", "publish", "close"];

        private static readonly Dictionary<string, string> UnitOf = new() { ["chief-basic"] = "基础教育科", ["chief-finance"] = "规划财务科", ["chief-safety"] = "安全科" };

        private bool returned;

        public string State { get; private set; } = "Draft";

        public HashSet<string> Signed { get; } = [];

        public int Moves { get; private set; }

        public (string Who, string What) Likely(string unit) => State switch
        {
            "Draft" => ("office", "send"),
            "Countersigning" => (UnitOf.FirstOrDefault(chief => chief.Value == unit).Key ?? "office", "sign"),
            "Countersigned" => ("director", "approve"),
            "Approved" => ("office", "publish"),
            _ => ("office", "close"),
        };

        public bool Take(string who, string what, string unit)
        {
            var speaksFor = who == "office" || UnitOf.GetValueOrDefault(who) == unit;
            return what switch
            {
                "send" => who == "office" && (State != "Draft" || Become("Countersigning", forget: true)),
                "sign" => speaksFor && (Signed.Contains(unit) || State == "Countersigning" && Sign(unit)),
                "refuse" => speaksFor && (State == "Draft" ? returned : State is "Countersigning" or "Countersigned" && Return()),
                "return" => who is "office" or "director" && (State == "Draft" ? returned : State is "Countersigning" or "Countersigned" or "Approved" && Return()),
                "approve" => who == "director" && (State is "Approved" or "Published" or "Closed" || State == "Countersigned" && Become("Approved")),
                "publish" => who == "office" && (State is "Published" or "Closed" || State == "Approved" && Become("Published")),
                _ => who == "office" && (State == "Closed" || State == "Published" && Become("Closed")),
            };
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
            Moves++;
            if (forget)
                Signed.Clear();
            return true;
        }
    }
}

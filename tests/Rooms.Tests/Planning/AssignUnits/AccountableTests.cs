using Microsoft.EntityFrameworkCore;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.AmendTask;
using Shuren.Planning.AssignUnits;
using Shuren.Planning.ExportPlan;
using Shuren.Planning.Model;
using Shuren.Planning.ViewTasks;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.AssignUnits;

/// <summary>责任人: who answers for a task.</summary>
public class AccountableTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_person_is_named_one_by_one_or_the_chief_of_the_lead_for_many_at_once(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var tasks = (await world.ReadAsync(plan)).Tasks;
        var (basic, office) = (world.County.UnitId("基础教育科"), world.County.UnitId("办公室"));

        var one = await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(tasks[0].Id, Accountable: "贺敬文")], Ct));
        var many = await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(tasks[1].Id, basic, ChiefAnswers: true), new(tasks[2].Id, office, ChiefAnswers: true)], Ct));
        var unknown = await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(tasks[3].Id, Accountable: "查无此人")], Ct));
        var again = await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(tasks[0].Id, Accountable: "")], Ct));

        Assert.Equal((1, 2, 1), (one.Value, many.Value, again.Value));
        Assert.Equal("PersonUnknown", unknown.Refusals.Single().Code);
        var after = (await world.ReadAsync(plan)).Tasks;
        Assert.Equal([null, world.County.AccountId("chief-basic"), null, null], after.Take(4).Select(task => task.AccountableId)); // nobody leads the office
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task After_publication_another_person_needs_a_reason_and_the_old_one_is_kept(TestDatabase database)
    {
        await using var acts = await Acts.RunningAsync(database);
        var task = acts.Task("2.2");
        await acts.House.WriteAsync(db => db.Set<WorkTask>().Single(row => row.Id == task.Id).AccountableId = acts.County.AccountId("deputy"));
        var wording = TaskWording.Of(await acts.Look(db => db.Tasks.SingleAsync(row => row.Id == task.Id)), [acts.County.UnitId("基础教育科")]) with { Accountable = acts.County.AccountId("chief-finance") };

        var silent = await acts.As<Shuren.Planning.AmendTask.AmendTask, Outcome<Done>>("office", amend => amend.RunAsync(task.Id, wording, "", null, Ct));
        Acts.Good(await acts.As<Shuren.Planning.AmendTask.AmendTask, Outcome<Done>>("office", amend => amend.RunAsync(task.Id, wording, "分管领导调整", null, Ct)));

        Assert.Equal("ReasonMissing", silent.Refusals.Single().Code);
        var kept = await acts.Look(db => db.Amendments.SingleAsync());
        Assert.Equal(("accountable", "贺敬文", "陶文彬"), (kept.Field, kept.Before, kept.After));
    }

    [Fact]
    public async Task Lists_workbooks_and_the_breakdown_name_the_person()
    {
        await using var acts = await Acts.RunningAsync(TestDatabase.Sqlite);
        var plan = acts.County.Plan.Id;
        var person = acts.County.AccountId("deputy");
        await acts.House.WriteAsync(db => db.Set<WorkTask>().Single(row => row.Number == "2.2").AccountableId = person);

        var all = (await acts.As<FindTasks, FindTasks.View?>("office", find => find.RunAsync(plan, new TaskFilter(), Ct)))!;
        var chosen = (await acts.As<FindTasks, FindTasks.View?>("office", find => find.RunAsync(plan, new TaskFilter { Accountable = person }, Ct)))!;
        var breakdown = (await acts.As<BreakdownOfPlan, Shuren.Documents.Breakdowns.Breakdown?>("office", of => of.RunAsync(plan, Ct)))!;

        Assert.Equal(["2.2"], chosen.Tasks.Select(task => task.Number));
        Assert.Equal(["贺敬文"], breakdown.Rows.Select(row => row.Accountable).Where(name => name.Length > 0));
        foreach (var workbook in (byte[][])[PlanWorkbooks.Tasks(all), PlanWorkbooks.Matrix(all)])
        {
            var sheet = WorkbookReader.Read(new MemoryStream(workbook), "x.xlsx").Sheets[0];
            var head = HeaderMap.Find(sheet, [new("number", ["编号"]), new("person", ["责任人"])]);
            Assert.Equal("贺敬文", head.Cell(head.RowsOf(sheet).Single(row => head.Cell(row, "number").Text == "2.2"), "person").Text);
        }
    }
}

using FsCheck;
using FsCheck.Fluent;
using Shuren.Kernel;
using Shuren.Planning.AssignUnits;
using Shuren.Planning.EditReading;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Planning.RevisePlan;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.RevisePlan;

public sealed class RevisePlanTests
{
    private static readonly RevisionChoices TakeAll = new(null, new HashSet<Guid>(), "");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static Task<Outcome<Revision>> ReviseAsync(ImportWorld world, Guid plan, string text, RevisionChoices choices) =>
        world.DoAsync((Shuren.Planning.RevisePlan.RevisePlan revise) => revise.RunAsync(plan, PlanDocument.OfText(text), choices, Ct));

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_difference_is_shown_before_anything_changes(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var audit = await world.CountAsync("select count(*) as \"Value\" from platform_audit_entries");

        var difference = (await world.DoAsync((ComparePlan compare) => compare.RunAsync(plan, PlanDocument.OfText(SamplePlans.QingheAmended), Ct))).Value;

        Assert.Equal(["2.1"], difference.Changed.Select(match => match.Task.Number));
        Assert.Equal(["1.2"], difference.Gone.Select(task => task.Number));
        Assert.Contains("智慧校园", difference.Reading.Tasks[Assert.Single(difference.Added)].Text, StringComparison.Ordinal);
        Assert.Single(difference.Moved);
        Assert.Equal(6, difference.Same.Count);
        Assert.Equal(audit, await world.CountAsync("select count(*) as \"Value\" from platform_audit_entries"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_draft_takes_the_new_words_and_numbers_and_keeps_what_people_set(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var before = (await world.ReadAsync(plan)).Tasks;
        var kindergartens = before.Single(task => task.Number == "2.1");
        await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(kindergartens.Id, world.County.UnitId("招生办"), [world.County.UnitId("安全科")], new(2026, 8, 20))], Ct));

        var done = (await ReviseAsync(world, plan, SamplePlans.QingheAmended, TakeAll)).Value;

        var (source, after) = await world.ReadAsync(plan);
        var now = after.Single(task => task.Id == kindergartens.Id);
        Assert.Equal(new Revision(1, 1, 0), done);
        Assert.Equal((2, 9), (source.Edition, after.Count));
        Assert.Contains("5所", now.Text, StringComparison.Ordinal);
        Assert.Equal((world.County.UnitId("招生办"), new DateOnly(2026, 8, 20)), (now.LeadUnitId!.Value, now.DueOn!.Value));
        Assert.Equal([world.County.UnitId("安全科")], await world.SupportsAsync(now.Id));
        Assert.Equal([5.0, 1260.0, 60.0], (await world.TargetsAsync(plan)).Where(target => target.TaskId == now.Id && target.DroppedAt is null).Select(target => target.Value));
        Assert.Equal(["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3", "3.4"], after.Select(task => task.Number));
        Assert.All(after.Where(task => task.SourceStart is not null), task => Assert.StartsWith(task.Text[..4], source.Text[task.SourceStart!.Value..], StringComparison.Ordinal));
        Assert.Equal(0, await world.CountAsync("select count(*) as \"Value\" from planning_amendments where plan_id = {0}", plan));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task After_publication_a_reason_is_needed_and_the_old_words_are_kept(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var before = (await world.ReadAsync(plan)).Tasks;
        await world.StepAsync(plan, PlanStepKind.Publication);
        var lessons = before.Single(task => task.Number == "1.2");

        var refused = await ReviseAsync(world, plan, SamplePlans.QingheAmended, TakeAll);
        var done = await ReviseAsync(world, plan, SamplePlans.QingheAmended, TakeAll with { Reason = "县人代会调整", Drop = new HashSet<Guid> { lessons.Id } });

        var (_, after) = await world.ReadAsync(plan);
        Assert.Equal("ReasonMissing", refused.Refusals.Single().Code);
        Assert.Equal(new Revision(1, 1, 1), done.Value);
        Assert.All(before, task => Assert.Equal(task.Number, after.Single(now => now.Id == task.Id).Number));
        Assert.Equal("3.4", after.Single(task => before.All(old => old.Id != task.Id)).Number);
        Assert.NotNull(after.Single(task => task.Id == lessons.Id).DroppedAt);
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_amendments where plan_id = {0} and field = 'text' and before like '%4所%' and after like '%5所%' and reason = '县人代会调整'", plan));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_same_document_changes_no_task_even_after_cutting_joining_and_dropping(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var tasks = (await world.ReadAsync(plan)).Tasks;
        await world.DoAsync((SplitTask split) => split.RunAsync(plan, tasks[2].Id, Clauses.Cuts(tasks[2].Text)[0], Ct));
        await world.DoAsync((MergeTasks merge) => merge.RunAsync(plan, tasks[0].Id, withNext: true, Ct));
        await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Drop, tasks[6].Id, Ct));
        var before = (await world.ReadAsync(plan)).Tasks;

        var done = (await ReviseAsync(world, plan, SamplePlans.Qinghe, TakeAll)).Value;

        Assert.Equal(new Revision(0, 0, 0), done);
        Assert.Equal(before.Select(What), (await world.ReadAsync(plan)).Tasks.Select(What));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Whatever_people_have_set_a_revision_keeps_it(TestDatabase database)
    {
        foreach (var seed in Enumerable.Range(1, 4))
        {
            await using var world = await ImportWorld.NewAsync(database);
            var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
            var tasks = (await world.ReadAsync(plan)).Tasks;
            Guid[] units = [world.County.UnitId("办公室"), world.County.UnitId("督导室"), world.County.UnitId("招生办")];
            var picks = Gen.Choose(0, 999).Sample(3 * tasks.Count, new Rnd((ulong)seed, 7UL), 3 * tasks.Count).ToList();
            await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [.. tasks.Where((_, at) => picks[at] % 2 == 0).Select((task, at) => new Assignment(task.Id, units[picks[at] % 3], [units[picks[at + 8] % 3]], new DateOnly(2026, 1 + picks[at] % 12, 15)))], Ct));
            foreach (var dropped in tasks.Where((_, at) => picks[at + 16] % 5 == 0))
                await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Drop, dropped.Id, Ct));
            var before = await SetByPeopleAsync(world, plan);

            Assert.True((await ReviseAsync(world, plan, SamplePlans.QingheAmended, TakeAll)).Succeeded);

            var after = await SetByPeopleAsync(world, plan);
            Assert.All(before, task => Assert.Equal(task.Value, after[task.Key]));
        }
    }

    private static (string, string, Guid?, DateOnly?, bool, bool) What(WorkTask task) => (task.Number, task.Text, task.LeadUnitId, task.DueOn, task.DroppedAt is null, task.AcceptedAt is null);

    private static async Task<Dictionary<Guid, string>> SetByPeopleAsync(ImportWorld world, Guid plan)
    {
        var set = new Dictionary<Guid, string>();
        foreach (var task in (await world.ReadAsync(plan)).Tasks.Where(task => task.LeadIsSet || task.DueIsSet || task.DroppedAt is not null))
            set[task.Id] = $"{task.LeadUnitId} {task.LeadIsSet} {task.DueOn:O} {task.DueIsSet} {task.DroppedAt:O} {string.Join(',', (await world.SupportsAsync(task.Id)).Order())}";
        return set;
    }
}

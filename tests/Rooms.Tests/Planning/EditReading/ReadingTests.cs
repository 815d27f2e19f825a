using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning;
using Shuren.Planning.AssignUnits;
using Shuren.Planning.EditReading;
using Shuren.Planning.Model;
using Shuren.Platform.Processes;
using Shuren.PlanText;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditReading;

public sealed class ReadingTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Accepting_and_dropping_are_kept_and_numbers_close_up(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var (_, before) = await world.ReadAsync(plan);

        await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Drop, before[2].Id, Ct));
        await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Accept, before[3].Id, Ct));

        var (_, after) = await world.ReadAsync(plan);
        Assert.Equal(["1.1", "1.2", "", "2.1", "2.2", "3.1", "3.2", "3.3"], after.Select(task => task.Number));
        Assert.NotNull(after[2].DroppedAt);
        Assert.Equal([before[3].Id], after.Where(task => task.AcceptedAt is not null).Select(task => task.Id));
        await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.AcceptAll, null, Ct));
        Assert.Equal(7, await world.CountAsync("select count(*) as \"Value\" from planning_tasks where plan_id = {0} and accepted_at is not null", plan));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Merging_keeps_words_and_targets_of_both(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var (_, before) = await world.ReadAsync(plan);
        var targets = await world.CountAsync("select count(*) as \"Value\" from planning_targets where task_id in ({0}, {1})", before[1].Id, before[2].Id);

        var merged = await world.DoAsync((MergeTasks merge) => merge.RunAsync(plan, before[2].Id, withNext: false, Ct));

        var (_, after) = await world.ReadAsync(plan);
        Assert.Equal(before[1].Id, merged.Value);
        Assert.Equal(before[1].Text + before[2].Text, after[1].Text);
        Assert.Equal(7, after.Count);
        Assert.Equal(targets, await world.CountAsync("select count(*) as \"Value\" from planning_targets where task_id = {0}", merged.Value));
        Assert.Equal((before[1].SourceStart, before[2].SourceEnd), (after[1].SourceStart, after[1].SourceEnd));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_cut_sends_each_number_with_its_words(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var task = (await world.ReadAsync(plan)).Tasks.Single(task => task.Number == "2.1");
        var cut = task.Text.IndexOf('，', StringComparison.Ordinal) + 1;

        var second = (await world.DoAsync((SplitTask split) => split.RunAsync(plan, task.Id, cut, Ct))).Value;

        var (source, after) = await world.ReadAsync(plan);
        var parts = after.Where(part => part.Number is "2.1" or "2.2").ToList();
        Assert.Equal([task.Id, second], parts.Select(part => part.Id));
        Assert.Equal(task.Text, parts[0].Text + parts[1].Text);
        Assert.Equal([4.0], (await world.TargetsAsync(plan)).Where(target => target.TaskId == task.Id).Select(target => target.Value));
        Assert.Equal([1080.0, 58.0], (await world.TargetsAsync(plan)).Where(target => target.TaskId == second).Select(target => target.Value));
        Assert.Equal(parts[1].Text, source.Text[parts[1].SourceStart!.Value..parts[1].SourceEnd!.Value]);
        Assert.Equal("NoCutThere", (await world.DoAsync((SplitTask split) => split.RunAsync(plan, second, 1, Ct))).Refusals.Single().Code);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Editing_and_adding_say_what_is_wrong_and_a_second_editor_is_told(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var task = (await world.ReadAsync(plan)).Tasks[0];
        TaskForm form = new() { Title = "轮训书记", Text = task.Text, Section = task.SectionId, Due = new(2026, 5, 31), Version = task.Version };

        Assert.True((await world.DoAsync((EditTask edit) => edit.RunAsync(plan, task.Id, form, Ct))).Succeeded);
        Assert.Equal("EditedMeanwhile", (await world.DoAsync((EditTask edit) => edit.RunAsync(plan, task.Id, form, Ct))).Refusals.Single().Code);
        var wrong = await world.DoAsync((AddTask add) => add.RunAsync(plan, new() { Text = " ", Title = new string('长', 41), Section = Guid.CreateVersion7(), Due = new(1999, 1, 1) }, Ct));
        var added = await world.DoAsync((AddTask add) => add.RunAsync(plan, new() { Text = "开展劳动教育周活动。", Section = task.SectionId }, Ct));

        Assert.Equal(["TaskTextForm", "TaskTitleForm", "SectionUnknown", "DueForm"], wrong.Refusals.Select(refusal => refusal.Code));
        var (_, after) = await world.ReadAsync(plan);
        Assert.Equal(("轮训书记", new DateOnly(2026, 5, 31), true), (after[0].Title, after[0].DueOn!.Value, after[0].DueIsSet));
        Assert.Equal(("1.2", TaskOrigin.Added), (after.Single(row => row.Id == added.Value).Number, after.Single(row => row.Id == added.Value).Origin));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Sections_targets_and_the_plan_itself_can_be_corrected(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var task = (await world.ReadAsync(plan)).Tasks[0];

        var section = await world.DoAsync((EditSection edit) => edit.RunAsync(plan, null, new() { Title = "四、附则", Level = 1 }, Ct));
        var target = await world.DoAsync((EditTarget edit) => edit.RunAsync(plan, null, task.Id, new() { Indicator = "轮训书记", Kind = nameof(TargetKind.Count), Value = 86, Unit = "名" }, Ct));
        var none = await world.DoAsync((EditTarget edit) => edit.RunAsync(plan, target.Value, null, new() { Indicator = "轮训书记", Kind = nameof(TargetKind.Floor) }, Ct));
        await world.DoAsync((DropTarget drop) => drop.RunAsync(plan, target.Value, true, Ct));
        await world.DoAsync((EditPlan edit) => edit.RunAsync(plan, new() { Title = "要点", Year = 2026, EndYear = 2028, DocumentNumber = "青教发〔2026〕3号" }, Ct));

        Assert.True(section.Succeeded);
        Assert.Equal("TargetValueForm", none.Refusals.Single().Code);
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_targets where task_id = {0} and value = 86 and comparator = '=' and dropped_at is not null", task.Id));
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_plans where id = {0} and end_year = 2028", plan));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_a_person_assigns_is_set_and_the_rest_is_confirmed_at_once(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var (_, before) = await world.ReadAsync(plan);
        var (office, safety) = (world.County.UnitId("办公室"), world.County.UnitId("安全科"));

        var changed = await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(before[0].Id, office, [safety, office], new(2026, 5, 1)), new(before[1].Id, office)], Ct));
        var unknown = await world.DoAsync((AssignTasks assign) => assign.RunAsync(plan, [new(before[0].Id, Guid.CreateVersion7())], Ct));
        var confirmed = await world.DoAsync((ConfirmSuggestions confirm) => confirm.RunAsync(plan, Ct));

        var (_, after) = await world.ReadAsync(plan);
        Assert.Equal(2, changed.Value);
        Assert.Equal("LeadUnknown", unknown.Refusals.Single().Code);
        Assert.Equal([safety], await world.SupportsAsync(before[0].Id));
        Assert.Equal((office, true, new DateOnly(2026, 5, 1), true), (after[0].LeadUnitId!.Value, after[0].LeadIsSet, after[0].DueOn!.Value, after[0].DueIsSet));
        Assert.Equal(after.Count(task => task.LeadUnitId is not null), 2 + confirmed.Value);
        Assert.All(after.Where(task => task.LeadUnitId is not null), task => Assert.True(task.LeadIsSet));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_plan_that_was_sent_round_is_closed_to_the_wizard(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        Assert.True((await world.DoAsync((FinishReview finish) => finish.RunAsync(plan, Ct))).Succeeded);
        await world.StepAsync(plan, PlanStepKind.Circulation);

        var refused = await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.AcceptAll, null, Ct));
        await world.StepAsync(plan, PlanStepKind.Return);
        var allowed = await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.AcceptAll, null, Ct));

        Assert.Equal("ReadingIsClosed", refused.Refusals.Single().Code);
        Assert.True(allowed.Succeeded);
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_plans where id = {0} and reviewed_at is not null", plan));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_chief_of_a_section_changes_nothing(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(SamplePlans.Qinghe)).Plan;
        var task = (await world.ReadAsync(plan)).Tasks[0];
        await using var scope = await world.AsAsync("chief-basic");
        var services = scope.ServiceProvider;

        Outcome<Done>[] refused =
        [
            await services.GetRequiredService<ReviewTasks>().RunAsync(plan, [], ReviewAct.Accept, task.Id, Ct),
            await services.GetRequiredService<EditTask>().RunAsync(plan, task.Id, new() { Text = "别的" }, Ct),
            await services.GetRequiredService<EditPlan>().RunAsync(plan, new() { Title = "别的", Year = 2026, EndYear = 2026 }, Ct),
            await services.GetRequiredService<FinishReview>().RunAsync(plan, Ct),
        ];

        Assert.All(refused, outcome => Assert.Equal("NotYours", outcome.Refusals.Single().Code));
        Assert.Null(await services.GetRequiredService<ViewReading>().RunAsync(plan, Ct));
    }
}

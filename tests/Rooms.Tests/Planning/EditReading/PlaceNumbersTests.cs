using Shuren.Kernel;
using Shuren.Planning.EditReading;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Planning.RevisePlan;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.EditReading;

/// <summary>Numbers that stand in no task.</summary>
public class PlaceNumbersTests
{
    private const string Overview = """
        青禾县2026年教育工作要点

        一、总体目标
        公办园在园幼儿占比达到58%以上，义务教育巩固率保持在99.9%以上。
        二、重点任务
        1.新建公办幼儿园4所。
        2.开展控辍保学排查。
        """;

    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task They_stand_under_their_heading_and_are_hung_on_a_task_dropped_and_taken_back(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var plan = (await world.ImportAsync(Overview)).Plan;
        await LoosenAsync(world, plan);
        var before = await ViewAsync(world, plan);
        List<Guid> numbers = [.. before.Loose.Select(target => target.Id)];
        var task = before.Standing.Last().Task.Id;

        var hung = await DoAsync(world, plan, [numbers[1]], NumberFate.Hang, task);
        var dropped = await DoAsync(world, plan, [numbers[0]], NumberFate.Drop, null);
        var after = await ViewAsync(world, plan);
        var back = await DoAsync(world, plan, [numbers[0]], NumberFate.Restore, null);

        Assert.Equal((1, 1, 1), (hung.Value, dropped.Value, back.Value));
        Assert.Equal(2, before.Groups().First(group => group.Section?.Title == "总体目标").Numbers.Count);
        Assert.Empty(after.LooseGoals);
        Assert.Contains(after.Standing.Last().Targets, target => target.Id == numbers[1]);
        Assert.Single((await ViewAsync(world, plan)).LooseGoals);
    }

    [Fact]
    public async Task What_is_not_chosen_or_not_there_is_said()
    {
        await using var world = await ImportWorld.NewAsync(TestDatabase.Sqlite);
        var plan = (await world.ImportAsync(Overview)).Plan;
        await LoosenAsync(world, plan);
        var number = (await ViewAsync(world, plan)).Loose[0].Id;

        Assert.Equal("NumbersNotChosen", (await DoAsync(world, plan, [], NumberFate.Drop, null)).Refusals.Single().Code);
        Assert.Equal("TaskNotChosen", (await DoAsync(world, plan, [number], NumberFate.Hang, null)).Refusals.Single().Code);
        Assert.Equal("TargetUnknown", (await DoAsync(world, plan, [Guid.CreateVersion7()], NumberFate.Drop, null)).Refusals.Single().Code);
    }

    [Fact]
    public async Task An_amended_document_keeps_what_people_did_with_them()
    {
        await using var world = await ImportWorld.NewAsync(TestDatabase.Sqlite);
        var plan = (await world.ImportAsync(Overview)).Plan;
        await LoosenAsync(world, plan);
        var numbers = (await ViewAsync(world, plan)).Loose;
        await DoAsync(world, plan, [numbers[0].Id], NumberFate.Drop, null);
        var amended = Overview.Replace("2.开展控辍保学排查。", "2.开展控辍保学排查，建立台账。", StringComparison.Ordinal);

        var done = await world.DoAsync((Shuren.Planning.RevisePlan.RevisePlan revise) => revise.RunAsync(plan, PlanDocument.OfText(amended), new(null, new HashSet<Guid>(), ""), Ct));

        Assert.Equal(1, done.Value.Changed);
        var after = (await ViewAsync(world, plan)).Loose;
        Assert.Equal(numbers.Select(target => (target.Id, target.Quote)), after.Select(target => (target.Id, target.Quote)));
        Assert.NotNull(after[0].DroppedAt);
    }

    /// <summary>Whether the reader takes the overview's sentence for a task is its own matter: here its numbers stand outside of one.</summary>
    private static async Task LoosenAsync(ImportWorld world, Guid plan)
    {
        var view = await ViewAsync(world, plan);
        if (view.Loose.Count > 0)
            return;
        var overview = view.Tasks[0];
        await world.House.WriteAsync(db =>
        {
            foreach (var target in db.Set<Target>().Where(target => target.TaskId == overview.Task.Id))
                (target.TaskId, target.SectionId) = (null, overview.Task.SectionId);
        });
        await world.DoAsync((ReviewTasks review) => review.RunAsync(plan, [], ReviewAct.Drop, overview.Task.Id, Ct));
    }

    private static async Task<PlanReading> ViewAsync(ImportWorld world, Guid plan) => (await world.DoAsync((ViewReading view) => view.RunAsync(plan, Ct)))!;

    private static Task<Outcome<int>> DoAsync(ImportWorld world, Guid plan, IReadOnlyList<Guid> numbers, NumberFate fate, Guid? task) =>
        world.DoAsync((PlaceNumbers place) => place.RunAsync(plan, numbers, fate, task, Ct));
}

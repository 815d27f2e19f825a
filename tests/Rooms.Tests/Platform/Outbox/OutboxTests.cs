using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;
using Shuren.Rooms.Tests.Platform.Jobs;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Platform.Outbox;

/// <summary>Events reach each listener, and what a listener writes is there exactly once, whatever dies when.</summary>
public class OutboxTests
{
    private const int Steps = 60;
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task An_event_goes_with_its_act_or_not_at_all(TestDatabase database)
    {
        await using var world = await JobWorld.NewAsync(database);
        var node = AddNode(world, new Fates());

        var said = await SayAsync(node, saved: true);
        var unsaid = await SayAsync(node, saved: false);
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        Assert.Equal([$"first {said}", $"second {said}"], await EffectsAsync(node));
        Assert.NotEqual(said, unsaid);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.Sqlite, 3)]
    [InlineData(TestDatabase.PostgreSql, 4)]
    [InlineData(TestDatabase.PostgreSql, 5)]
    public async Task Whatever_crashes_when_each_listener_writes_each_event_exactly_once(TestDatabase database, int seed)
    {
        await using var world = await JobWorld.NewAsync(database);
        var chance = new Random(seed);
        var fates = new Fates();
        var nodes = new[] { AddNode(world, fates), AddNode(world, fates) };
        var model = new List<Guid>();
        var asleep = new List<(ServiceProvider Node, Job Job)>();
        for (var step = 0; step < Steps; step++)
        {
            var node = nodes[chance.Next(nodes.Length)];
            fates.Next = (Fate)chance.Next(3);
            switch (chance.Next(7))
            {
                case 0 or 1:
                    model.Add(await SayAsync(node, saved: true));
                    break;
                case 2:
                    await SayAsync(node, saved: false);
                    break;
                case 3: // A node takes a delivery and falls asleep, for ever or to wake up as a ghost.
                    if (await JobWorld.RunnerOf(node).Queue.TakeAsync(JobWorld.District, "asleep", Ct) is { } taken)
                        asleep.Add((node, taken));
                    break;
                case 4:
                    if (asleep.Count > 0)
                        await JobWorld.RunnerOf(asleep[^1].Node).Execution.RunAsync(JobWorld.District, asleep[^1].Job, Ct);
                    break;
                case 5:
                    world.Clock.Now += TimeSpan.FromSeconds(chance.Next(90));
                    break;
                default:
                    await JobWorld.RunnerOf(node).RunDueAsync(Ct);
                    break;
            }
        }

        fates.Next = Fate.Lives;
        await SettleAsync(world, nodes[0]);

        Assert.Equal(model.SelectMany(id => (string[])[$"first {id}", $"second {id}"]).Order(StringComparer.Ordinal), await EffectsAsync(nodes[0]));
        Assert.True(model.Count > 5 && fates.Deaths > 3, "Hardly anything happened: another seed.");
    }

    [Fact]
    public async Task What_cannot_be_delivered_is_parked_and_holds_nothing_up()
    {
        await using var world = await JobWorld.NewAsync(TestDatabase.Sqlite);
        var fates = new Fates { Next = Fate.DiesBeforeItsSave };
        var node = AddNode(world, fates);
        await SayAsync(node, saved: true);
        for (var attempt = 0; attempt < 8; attempt++)
        {
            await JobWorld.RunnerOf(node).RunDueAsync(Ct);
            world.Clock.Now += Backoff.Longest * 2;
        }
        fates.Next = Fate.Lives;
        var later = await SayAsync(node, saved: true);
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);

        Assert.Equal([$"first {later}", $"second {later}"], await EffectsAsync(node));
        var parked = (await JobWorld.JobsAsync(node, "test.first")).Where(job => job.State == JobState.Failed).ToList();
        Assert.Equal("JobBroken", Sentence.Parse(Assert.Single(parked).Message)!.Code);
        await JobWorld.OrderAsync(node, desk => desk.TryAgainAsync(parked[0].Id, Ct));
        await JobWorld.RunnerOf(node).RunDueAsync(Ct);
        Assert.Equal(3, (await EffectsAsync(node)).Count);
    }

    private static ServiceProvider AddNode(JobWorld world, Fates fates) => world.AddNode(services => services.AddSingleton(fates)
        .AddListener<ThingHappened, First>("test.first", () => "first").AddListener<ThingHappened, Second>("test.second", () => "second"));

    /// <summary>Says an event in an act that is saved, or that dies just before.</summary>
    private static async Task<Guid> SayAsync(IServiceProvider node, bool saved)
    {
        var thing = Guid.CreateVersion7();
        await using var scope = JobWorld.Enter(node);
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.say");
        scope.ServiceProvider.GetRequiredService<EventTeller>().Say(new ThingHappened(thing));
        if (saved)
            await scope.ServiceProvider.GetRequiredService<ShurenDb>().SaveAsync(Ct);
        return thing;
    }

    private static async Task SettleAsync(JobWorld world, IServiceProvider node)
    {
        for (var round = 0; round < 12; round++)
        {
            world.Clock.Now += Backoff.Longest * 2;
            await JobWorld.RunnerOf(node).RunDueAsync(Ct);
        }
    }

    private static async Task<List<string>> EffectsAsync(IServiceProvider node)
    {
        await using var scope = JobWorld.Enter(node);
        var titles = await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<ThreadLink>().Select(link => link.ToTitle).ToListAsync();
        return [.. titles.Order(StringComparer.Ordinal)];
    }

    private sealed record ThingHappened(Guid Thing) : IEvent
    {
        public static string Name => "test.thing-happened";
    }

    private enum Fate
    {
        Lives,
        DiesBeforeItsSave,
        DiesAfterItsSave,
    }

    private sealed class Fates
    {
        public Fate Next { get; set; }

        public int Deaths { get; set; }
    }

    /// <summary>Writes one row for an event; the fate says when it dies.</summary>
    private abstract class Listener(string name, ShurenDb db, ThreadReader thread, Process process, Fates fates) : IListen<ThingHappened>
    {
        public async Task HearAsync(ThingHappened said, Guid id, CancellationToken ct)
        {
            process.Begin("test.hear");
            thread.Tie(new Ref("test", "event", id), "", ThreadRelation.Raises, new Ref("test", "thing", said.Thing), $"{name} {said.Thing}");
            Die(Fate.DiesBeforeItsSave);
            await db.SaveAsync(ct);
            Die(Fate.DiesAfterItsSave);
        }

        private void Die(Fate when)
        {
            if (fates.Next != when)
                return;
            fates.Deaths++;
            throw new NotSupportedException("died");
        }
    }

    private sealed class First(ShurenDb db, ThreadReader thread, Process process, Fates fates) : Listener("first", db, thread, process, fates);

    private sealed class Second(ShurenDb db, ThreadReader thread, Process process, Fates fates) : Listener("second", db, thread, process, fates);
}

using FsCheck;
using FsCheck.Fluent;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.ManageUnits;
using Shuren.Organization.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.KeepUnits;

/// <summary>Units over time agree with a replay of what was done to them.</summary>
public class UnitHistoryTests
{
    private const int ActsALife = 40;
    private static readonly DateOnly First = new(2026, 1, 1);
    private static readonly string[] Names = ["一小", "二小", "三小", "四小", "五小", "六小"];

    [Fact]
    public void The_state_of_any_day_is_the_replay_of_the_acts_up_to_it() => Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
    {
        var (chance, model, history) = (new Random(seed), new UnitModel(), new UnitHistory([]));
        Guid[] units = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];
        for (var step = 0; step < ActsALife; step++)
        {
            var (what, unit, on, name, parent) = Wish(chance, units);
            var refused = what switch
            {
                "open" when history.Last(unit) is null => history.Open(unit, name, name, parent, on),
                "open" => new Refusal("opened before"),
                "close" => history.Close(unit, on),
                _ => history.Change(unit, name, name, parent ?? history.Last(unit)?.ParentId, on),
            };
            if (model.Take(what, unit, on, name, what == "change" ? parent ?? Parent(model, unit) : parent) != refused is null || !Agree(model, history))
                return false;
        }
        return units.All(unit => Follow([.. history.SpansOf(unit)]));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(TestDatabase.Sqlite, 7)]
    [InlineData(TestDatabase.PostgreSql, 8)]
    public async Task What_the_directory_says_of_a_day_is_the_replay_too(TestDatabase database, int seed)
    {
        await using var people = await People.InAsync(database);
        var (chance, model) = (new Random(seed), new UnitModel());
        var (bureau, units, moves) = (people.County.UnitId("青禾县教育局"), new List<Guid>(), 0);
        model.Take("open", bureau, UnitSpan.Always, "青禾县教育局", null);
        for (var step = 0; step < 30; step++)
        {
            var on = First.AddDays(chance.Next(400));
            var name = Names[chance.Next(Names.Length)];
            var parent = chance.Next(3) == 0 && units.Count > 0 ? units[chance.Next(units.Count)] : bureau;
            if (units.Count == 0 || chance.Next(3) == 0)
            {
                var added = await people.As<AddUnit, Outcome<Guid>>("office", act => act.RunAsync(new(name, "", UnitKind.School, parent, []) { On = on }, people.Ct));
                Assert.Equal(added.Succeeded, model.Take("open", added.Succeeded ? added.Value : Guid.CreateVersion7(), on, name, parent));
                if (added.Succeeded)
                    units.Add(added.Value);
                moves += added.Succeeded ? 1 : 0;
                continue;
            }
            var unit = units[chance.Next(units.Count)];
            var closes = chance.Next(4) == 0;
            var outcome = closes
                ? await people.As<CloseUnit, Outcome<Done>>("office", act => act.RunAsync(unit, on, "文件", people.Ct))
                : await people.As<ChangeUnit, Outcome<Done>>("office", act => act.RunAsync(unit, name, "", parent, on, "文件", people.Ct));
            // Whoever changes nothing has nothing refused, whatever the day.
            if (outcome.Succeeded && !closes && model.On(DateOnly.MaxValue).TryGetValue(unit, out var last) && last == (name, parent))
                continue;
            Assert.Equal(outcome.Succeeded, model.Take(closes ? "close" : "change", unit, on, name, parent));
            moves += outcome.Succeeded ? 1 : 0;
        }
        Assert.True(moves > 6, "Hardly anything happened: another seed.");
        foreach (var day in model.Days.Where(day => day >= First).SelectMany(day => new[] { day.AddDays(-1), day }).Distinct())
        {
            var said = await people.As<IUnitDirectory, IReadOnlyList<UnitCard>>("office", units => units.AsOfAsync(day, people.Ct));
            Assert.Equal(model.On(day).Where(unit => unit.Key != bureau).OrderBy(unit => unit.Key).Select(unit => (unit.Key, unit.Value.Name, unit.Value.Parent)),
                said.Where(card => units.Contains(card.Id)).OrderBy(card => card.Id).Select(card => (card.Id, card.Name, card.Parent)));
        }
    }

    private static (string What, Guid Unit, DateOnly On, string Name, Guid? Parent) Wish(Random chance, Guid[] units) => (
        chance.Next(6) switch { 0 or 1 => "open", 2 => "close", _ => "change" }, units[chance.Next(units.Length)], First.AddDays(chance.Next(60)), Names[chance.Next(Names.Length)],
        chance.Next(2) == 0 ? null : units[chance.Next(units.Length)]);

    private static Guid? Parent(UnitModel model, Guid unit) => model.On(DateOnly.MaxValue).GetValueOrDefault(unit).Parent;

    private static bool Agree(UnitModel model, UnitHistory history) => model.Days.SelectMany(day => new[] { day.AddDays(-1), day }).All(day =>
        model.On(day).OrderBy(unit => unit.Key).Select(unit => (unit.Key, unit.Value.Name, unit.Value.Parent))
            .SequenceEqual(history.AllAt(day).OrderBy(span => span.UnitId).Select(span => (span.UnitId, span.Name, span.ParentId))));

    /// <summary>One span after the other, without gap or overlap; only the last may be open.</summary>
    private static bool Follow(IReadOnlyList<UnitSpan> spans) =>
        spans.Zip(spans.Skip(1)).All(pair => pair.First.Until == pair.Second.Since) && spans.All(span => span.Until is null || span.Until > span.Since);
}

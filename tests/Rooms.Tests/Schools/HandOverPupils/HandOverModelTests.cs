using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.HandOverPupils;
using Shuren.Schools.MovePupil;
using Shuren.Schools.Promote;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.HandOverPupils;

/// <summary>Random acts by both sides, by the roll and by the promotion, against cards on a table: no child is lost and none is doubled, after any act.</summary>
public class HandOverModelTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    [InlineData(TestDatabase.PostgreSql, 4)]
    public async Task Whatever_both_sides_do_no_child_is_lost_or_doubled(TestDatabase database, int seed)
    {
        await using var district = await HandOverWorld.InJuneAsync(database);
        var play = await Play.NewAsync(district, seed);

        for (var day = HandOverWorld.June; day < HandOverWorld.June.AddDays(20); day = day.AddDays(1))
        {
            district.House.Clock.GoTo(day.Year, day.Month, day.Day);
            await play.OneActAsync(isAutumn: false);
            await play.CompareAsync();
        }
        await play.OpenTheRestAsync();
        for (var at = 0; at < 60; at++)
        {
            var day = new DateOnly(2026, 9, 2).AddDays(at);
            district.House.Clock.GoTo(day.Year, day.Month, day.Day);
            if (at == 12)
                await play.PromoteAsync();
            else
                await play.OneActAsync(isAutumn: true);
            await play.CompareAsync();
        }

        Assert.True(play.Done > 40, $"Only {play.Done} acts did something.");
    }

    private sealed class Play(GeneratedDistrict district, Random chance)
    {
        private readonly HandOverModel model = new();
        private readonly Dictionary<Guid, Guid> handOvers = [];
        private IReadOnlyList<Guid> senders = [];
        private IReadOnlyList<Guid> juniors = [];

        public int Done { get; private set; }

        public static async Task<Play> NewAsync(GeneratedDistrict district, int seed)
        {
            var play = new Play(district, new(seed)) { senders = await district.SendersAsync(), juniors = await district.JuniorsAsync() };
            foreach (var school in play.senders)
            {
                foreach (var child in await district.LeavingAsync(school))
                    play.model.Cards.Add(child, new() { School = school });
            }
            foreach (var row in await district.AskAsync("select pupil_id from schools_enrolments where until is null and grade = 16 and status <> 'Attending'"))
                play.model.Cards[Guid.Parse(row)].IsTaught = false;
            return play;
        }

        public async Task OneActAsync(bool isAutumn)
        {
            var act = chance.Next(isAutumn ? 12 : 6);
            if (act == 0)
                await MoveAsync(RollAct.Transfer);
            else if (act == 1 && chance.Next(3) == 0)
                await MoveAsync(RollAct.TransferOut);
            else if (act == 1)
                await MoveAsync(RollAct.DropOut);
            else if (handOvers.Count < senders.Count && (act == 2 || handOvers.Count == 0))
                await OpenAsync(senders.First(school => !handOvers.ContainsKey(school)));
            else
                await ActAsync(act);
        }

        public async Task OpenTheRestAsync()
        {
            foreach (var school in senders.Where(school => !handOvers.ContainsKey(school)))
                await OpenAsync(school);
        }

        // Every school of the play has its hand-over by then, so that the promotion touches none of its children.
        public async Task PromoteAsync()
        {
            await using var scope = district.House.Enter();
            var outcome = await scope.ServiceProvider.GetRequiredService<PromoteDistrict>().RunAsync(CancellationToken.None);
            Assert.Equal(model.Cards.Values.Count(card => card is { Grade: 16, Year: 2025, School: not null }), outcome.Value.Waiting);
        }

        /// <summary>What the code derives, what SQL counts and what lies on the table are the same.</summary>
        public async Task CompareAsync()
        {
            var found = await district.ChildrenAsync([.. handOvers.Values]);
            foreach (var (school, id) in handOvers)
            {
                var counts = HandOverCounts.Of(found[id]);
                Assert.Equal(model.Lists[school].Select(entry => $"{entry.Key:N} {entry.Value.Mark}").Order(), found[id].Select(child => $"{child.PupilId:N} {child.State}").Order());
                Assert.Equal(counts.All, counts.Confirmed + counts.Elsewhere + counts.Open);
            }
            // A child is open in at most one hand-over, and in one as long as it sits in the leaving grade.
            Assert.All(found.Values.SelectMany(children => children).Where(child => child.IsOpen).CountBy(child => child.PupilId), child => Assert.Equal(1, child.Value));
            Assert.Equal(model.Cards.Where(card => card.Value is { Grade: 16, Year: 2025, School: { } school } && handOvers.ContainsKey(school)).Select(card => card.Key).Order(), found.Values.SelectMany(children => children).Where(child => child.IsOpen).Select(child => child.PupilId).Order());
            var rows = await district.AskAsync($"select pupil_id, school_id, grade, school_year from schools_enrolments where until is null and upper(cast(pupil_id as text)) in ({string.Join(',', model.Cards.Keys.Select(id => $"'{Text(id)}'"))})");
            Assert.Equal(model.Cards.Where(card => card.Value.School is not null).Select(card => $"{Text(card.Key)}|{Text(card.Value.School!.Value)}|{card.Value.Grade}|{card.Value.Year}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
            Assert.Equal(0, await district.CountAsync("select count(*) from (select pupil_id from schools_enrolments where until is null group by pupil_id having count(*) > 1) twice"));
        }

        private async Task OpenAsync(Guid school)
        {
            var goesOn = juniors.Contains(school);
            var receiver = goesOn || chance.Next(3) == 0 ? (Guid?)null : juniors[chance.Next(juniors.Count)];
            handOvers.Add(school, await district.OpenAsync(school, receiver));
            model.Open(school, receiver ?? (goesOn ? school : null));
            Done++;
        }

        private async Task MoveAsync(RollAct act)
        {
            var child = model.Cards.Keys.Order().ElementAt(chance.Next(model.Cards.Count));
            var to = senders[chance.Next(senders.Count)];
            await using var scope = district.House.Enter();
            var today = DateOnly.FromDateTime(district.House.Clock.GetLocalNow().DateTime);
            var outcome = await scope.ServiceProvider.GetRequiredService<Shuren.Schools.MovePupil.MovePupil>().RunAsync(child, new(act, today, act == RollAct.Transfer ? to : null, "外县"), "家长申请", CancellationToken.None);
            var moved = act switch { RollAct.Transfer => model.Transfer(child, to, juniors.Contains(to)), RollAct.TransferOut => model.TransferOut(child), _ => model.DropOut(child) };
            Assert.Equal(moved, outcome.Succeeded);
            Done += moved ? 1 : 0;
        }

        private async Task ActAsync(int act)
        {
            var school = senders.Where(handOvers.ContainsKey).ElementAt(chance.Next(handOvers.Count));
            var children = Some(model.Lists[school].Keys);
            // Mostly a school for which somebody waits: else hardly anybody would arrive.
            var waiting = model.Lists[school].Values.Where(entry => entry.Mark is "Sent" or "Confirmed").Select(entry => entry.For).OfType<Guid>().OrderBy(receiver => juniors.ToList().IndexOf(receiver)).ToList();
            var receiver = waiting.Count > 0 && chance.Next(4) > 0 ? waiting[chance.Next(waiting.Count)] : juniors[chance.Next(juniors.Count)];
            var (order, expected) = act switch
            {
                <= 3 => (new HandOverOrder(HandOverAct.Name, children, receiver, ""), model.Name(school, children, receiver)),
                <= 6 => (new HandOverOrder(HandOverAct.Send, children, null, ""), model.Send(school, children)),
                <= 8 => (new HandOverOrder(HandOverAct.Confirm, children, receiver, ""), model.Confirm(school, children, receiver)),
                9 => (new HandOverOrder(HandOverAct.NotArrived, children, receiver, "没有报到"), model.NotArrived(school, children, receiver)),
                10 when children is [var one, ..] && chance.Next(2) == 0 => (new HandOverOrder(HandOverAct.TakeBack, [one], receiver, "点错了"), model.TakeBack(school, one, receiver)),
                10 => (new HandOverOrder(HandOverAct.OutOfDistrict, [.. children.Take(2)], null, "邻县第三中学"), model.GoOut(school, [.. children.Take(2)])),
                _ => (new HandOverOrder(HandOverAct.Repeat, [.. children.Take(2)], null, "家长申请留级"), model.Repeat(school, [.. children.Take(2)])),
            };
            var said = await district.ActAsync(handOvers[school], order);
            Assert.Equal(expected, int.TryParse(said, out var done) ? done : 0);
            Done += expected > 0 ? 1 : 0;
        }

        private List<Guid> Some(IEnumerable<Guid> all) => [.. all.Order().Where(_ => chance.Next(3) > 0)];
    }
}

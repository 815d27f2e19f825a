using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.Model;
using Shuren.Schools.MovePupil;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.MovePupil;

/// <summary>Moves on the roll against a model, and as acts.</summary>
public class MovePupilTests
{
    private static readonly Guid[] SchoolIds = [Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7()];

    // The model of a child: where it is, and whether it is taught; null once it is off the roll.
    private sealed record Child(Guid School, EnrolmentStatus Status);

    [Fact]
    public void Whatever_is_done_the_rows_of_a_child_follow_each_other_and_say_what_the_model_says() => Prop.ForAll(
        (from act in Gen.Elements(Enum.GetValues<RollAct>()) from to in Gen.Elements(SchoolIds) from days in Gen.Choose(-3, 40) select (act, to, days)).ListOf(25).ToArbitrary(), moves =>
        {
            var rows = new List<Enrolment> { new() { PupilId = Guid.CreateVersion7(), SchoolId = SchoolIds[0], SchoolYear = 2025, Grade = 13, Since = new(2025, 9, 1), Began = EnrolmentStart.Registered } };
            Child? child = new(SchoolIds[0], EnrolmentStatus.Attending);
            var today = new DateOnly(2026, 4, 15);
            foreach (var (act, to, days) in moves)
            {
                if (child is null)
                    break;
                var open = rows[^1];
                var move = new RollMove(act, open.Since.AddDays(days), act == RollAct.Transfer ? to : null, act == RollAct.TransferOut ? "外县" : "");
                var expected = Model(child, move, open.Since, today);
                var outcome = move.Apply(open, today);
                Assert.Equal(expected.Taken, outcome.Succeeded);
                if (!outcome.Succeeded)
                {
                    Assert.Null(open.Until);
                    continue;
                }
                child = expected.Child;
                Assert.Equal(child is null, outcome.Value is null);
                Assert.Equal(move.On, open.Until);
                if (outcome.Value is { } next)
                    rows.Add(next);
                Assert.Equal(child, rows[^1].Until is null ? new Child(rows[^1].SchoolId, rows[^1].Status) : null);
            }
            Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.Since));
            Assert.Equal(child is null ? 0 : 1, rows.Count(row => row.Until is null));
            Assert.All(rows, row => Assert.True(row.Until is null || row.Until > row.Since));
        }).QuickCheckThrowOnFailure();

    private static (bool Taken, Child? Child) Model(Child child, RollMove move, DateOnly since, DateOnly today)
    {
        if (move.On <= since || move.On > today)
            return (false, child);
        return (move.Act, child.Status) switch
        {
            (RollAct.Transfer, EnrolmentStatus.Attending) when move.School != child.School => (true, child with { School = move.School!.Value }),
            (RollAct.Transfer, _) => (false, child),
            (RollAct.Suspend, EnrolmentStatus.Attending) => (true, child with { Status = EnrolmentStatus.Suspended }),
            (RollAct.Suspend, _) => (false, child),
            (RollAct.DropOut, EnrolmentStatus.DroppedOut) => (false, child),
            (RollAct.DropOut, _) => (true, child with { Status = EnrolmentStatus.DroppedOut }),
            (RollAct.Return, EnrolmentStatus.Attending) => (false, child),
            (RollAct.Return, _) => (true, child with { Status = EnrolmentStatus.Attending }),
            _ => (true, null),
        };
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_section_transfers_a_child_and_the_day_before_still_says_where_it_was(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var (pupil, from) = await PupilAsync(district);
        var to = Guid.Parse((await district.AskAsync($"select school_id from schools_school_parts where stage = 'Primary' and upper(cast(school_id as text)) <> '{from}' order by school_id limit 1"))[0]);

        await using var section = await district.House.EnterAsAsync(district.County.AccountId("staff-basic"));
        var moved = await section.ServiceProvider.GetRequiredService<Shuren.Schools.MovePupil.MovePupil>().RunAsync(pupil, new(RollAct.Transfer, new(2026, 3, 2), to), "随父母迁居", CancellationToken.None);

        Assert.True(moved.Succeeded);
        Assert.Equal([from], await OnAsync(district, pupil, "2026-03-01"));
        Assert.Equal([to.ToString().ToUpperInvariant()], await OnAsync(district, pupil, "2026-03-02"));
        Assert.Equal(1_500, await district.CountAsync("select count(*) from schools_enrolments where until is null"));
        Assert.Equal(3, await district.CountAsync("select count(*) from platform_audit_entries e join platform_processes p on p.id = e.process_id where p.kind = 'schools.move-pupil'"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_suspends_and_takes_back_its_own_and_sends_nobody_to_another(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var (pupil, _) = await PupilAsync(district);
        var other = district.County.UnitId("滨河实验学校");

        Assert.Equal("NotYours", await ActAsync(district, pupil, new(RollAct.Transfer, new(2026, 3, 2), other)));
        Assert.Equal("", await ActAsync(district, pupil, new(RollAct.Suspend, new(2026, 3, 2))));
        Assert.Equal("MoveNotFrom", await ActAsync(district, pupil, new(RollAct.Suspend, new(2026, 3, 9))));
        Assert.Equal("MoveDay", await ActAsync(district, pupil, new(RollAct.Return, new(2026, 5, 9))));
        Assert.Equal("", await ActAsync(district, pupil, new(RollAct.Return, new(2026, 4, 1))));
        Assert.Equal("MoveElsewhere", await ActAsync(district, pupil, new(RollAct.TransferOut, new(2026, 4, 7))));
        Assert.Equal("", await ActAsync(district, pupil, new(RollAct.TransferOut, new(2026, 4, 7), null, "外省")));
        Assert.Equal("MoveNotOnRoll", await ActAsync(district, pupil, new(RollAct.Return, new(2026, 4, 8))));
        Assert.Equal(1_499, await district.CountAsync("select count(*) from schools_enrolments where until is null"));
        Assert.Equal(1, await district.CountAsync("select count(*) from ds_pupils where status = 'Suspended' and ended = 'Returned' and since = '2026-03-02' and until = '2026-04-01'"));
    }

    private static async Task<string> ActAsync(GeneratedDistrict district, Guid pupil, RollMove move)
    {
        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        var outcome = await principal.ServiceProvider.GetRequiredService<Shuren.Schools.MovePupil.MovePupil>().RunAsync(pupil, move, "家长申请", CancellationToken.None);
        return Code(outcome);
    }

    private static async Task<(Guid Pupil, string School)> PupilAsync(GeneratedDistrict district)
    {
        var school = district.County.UnitId("青禾县实验小学").ToString().ToUpperInvariant();
        return (Guid.Parse((await district.AskAsync($"select pupil_id from schools_enrolments where upper(cast(school_id as text)) = '{school}' and status = 'Attending' order by pupil_id limit 1"))[0]), school);
    }

    private static Task<List<string>> OnAsync(GeneratedDistrict district, Guid pupil, string day) =>
        district.AskAsync($"select unit_id from ds_pupils where {Is("pupil_id", pupil)} and since <= '{day}' and (until is null or until > '{day}')");
}

using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Schools.KeepCares;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.KeepCares;

/// <summary>Care by hand: with a right of its own, dated, and never in the audit in words.</summary>
public class KeepCaresTests
{
    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task Care_is_entered_ends_from_a_day_and_a_mistake_goes_as_a_whole(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var pupil = await PupilAsync(world, isOwn: true);

        var added = await AddAsync(world, "principal", pupil, new(CareKind.Disability, "听力二级，残疾证样例", true), new(2025, 9, 1));
        var mistake = await AddAsync(world, "principal", pupil, new(CareKind.Orphan, "", false), null);

        Assert.Equal("CareThere", Code(await AddAsync(world, "principal", pupil, new(CareKind.Disability, "", false), null)));
        Assert.Equal("CareAtHome", Code(await AddAsync(world, "principal", pupil, new(CareKind.LeftBehind, "", true), null)));
        Assert.Equal("CareSince", Code(await AddAsync(world, "principal", pupil, new(CareKind.LeftBehind, "", false), new(2026, 4, 16))));
        Assert.Equal("CareEndDay", await EndAsync(world, pupil, added.Value, new(2025, 9, 1)));
        Assert.Equal("", await EndAsync(world, pupil, added.Value, new(2026, 4, 1)));
        Assert.Equal("CareEnded", await EndAsync(world, pupil, added.Value, new(2026, 4, 2)));
        Assert.Equal("", await EndAsync(world, pupil, mistake.Value, null));
        Assert.Equal("CareUnknown", await EndAsync(world, pupil, mistake.Value, null));

        Assert.Equal(["Disability|1|2025-09-01|2026-04-01"], await world.AskAsync($"select kind, is_taught_at_home, since, until from schools_cares where {Is("pupil_id", pupil)} and (kind = 'Orphan' or since = '2025-09-01')"));
        Assert.Equal(["schools.add-care|2", "schools.end-care|1", "schools.remove-care|1"], await world.AskAsync("select kind, count(*) from platform_processes where kind like 'schools.%-care' group by kind order by kind"));
        Assert.DoesNotContain("听力二级", string.Concat(await world.AskAsync("select changes from platform_audit_entries")), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Both))]
    public async Task Who_keeps_the_roll_does_not_keep_care_and_another_school_reaches_no_child(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);

        Assert.Equal("PupilUnknown", Code(await AddAsync(world, "staff-basic", await PupilAsync(world, isOwn: true), new(CareKind.LeftBehind, "", false), null)));
        Assert.Equal("PupilUnknown", Code(await AddAsync(world, "principal", await PupilAsync(world, isOwn: false), new(CareKind.LeftBehind, "", false), null)));

        Assert.Equal(0, await world.CountAsync("select count(*) from platform_processes where kind = 'schools.add-care'"));
    }

    // A child without any care, so that what stands is what the test has entered.
    private static async Task<Guid> PupilAsync(GeneratedDistrict world, bool isOwn) => Guid.Parse((await world.AskAsync(
        $"select e.pupil_id from schools_enrolments e where e.until is null and {(isOwn ? "" : "not ")}{Is("e.school_id", world.County.UnitId("青禾县实验小学"))} and not exists (select 1 from schools_cares c where c.pupil_id = e.pupil_id) order by e.pupil_id limit 1"))[0]);

    private static async Task<Outcome<Guid>> AddAsync(GeneratedDistrict world, string who, Guid pupil, CareDraft draft, DateOnly? since)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(who));
        return await scope.ServiceProvider.GetRequiredService<AddCare>().RunAsync(pupil, draft, since, CancellationToken.None);
    }

    private static async Task<string> EndAsync(GeneratedDistrict world, Guid pupil, Guid care, DateOnly? on)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return Code(await scope.ServiceProvider.GetRequiredService<EndCare>().RunAsync(pupil, care, on, CancellationToken.None));
    }
}

using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Schools.KeepSchools;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.KeepSchools;

/// <summary>Schools by hand: what they are and were, and that they end with their unit.</summary>
public class KeepSchoolsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_code_is_mended_and_never_that_of_another_school(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var (one, other) = (world.County.UnitId("青禾县实验小学"), world.County.UnitId("柳塘镇中心小学"));
        var taken = (await world.AskAsync($"select code from schools_schools where {Is("id", other)}"))[0];
        var draft = new SchoolDraft("２１11 000009", "", new(1990, 9, 1)) { Latitude = 30.1, Longitude = 120.2 };

        Assert.Equal("SchoolUnknown", await EditAsync(world, "principal", one, draft));
        Assert.Equal("SchoolCodeTaken", await EditAsync(world, "chief-basic", one, draft with { Code = taken }));
        Assert.Equal("SchoolCodeCheck", await EditAsync(world, "chief-basic", one, draft with { Code = "9911000009" }));
        Assert.Equal("SchoolPlaceAbroad", await EditAsync(world, "chief-basic", one, draft with { Latitude = 120.2 - 60, Longitude = 30.1 }));
        Assert.Equal("SchoolPlaceForm", await EditAsync(world, "chief-basic", one, draft with { Longitude = null }));
        Assert.Equal("SchoolOpened", await EditAsync(world, "chief-basic", one, draft with { OpenedOn = new(2026, 4, 16) }));
        Assert.Equal("", await EditAsync(world, "chief-basic", one, draft));
        Assert.Equal("", await EditAsync(world, "chief-basic", one, draft with { Code = "9911000009", IsSure = true }));

        Assert.Equal(["9911000009|1990-09-01|30.1"], await world.AskAsync($"select code, opened_on, latitude from schools_schools where {Is("id", one)}"));
        Assert.Equal(2, await world.CountAsync("select count(*) from platform_processes where kind = 'schools.edit-school'"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_primary_school_becomes_a_nine_year_school_from_a_day_and_yesterday_says_what_it_was(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var one = world.County.UnitId("青禾县实验小学");

        Assert.Equal("SchoolSpanDay", await ChangeAsync(world, one, new(SchoolKind.NineYear, Ownership.Public, Locality.Village, false), new(2025, 9, 1)));
        Assert.Equal("SchoolStageHasPupils", await ChangeAsync(world, one, new(SchoolKind.Junior, Ownership.Public, Locality.Village, false), new(2026, 3, 1)));
        Assert.Equal("", await ChangeAsync(world, one, new(SchoolKind.NineYear, Ownership.Public, Locality.Village, false), new(2026, 3, 1)));
        Assert.Equal("", await ChangeAsync(world, one, new(SchoolKind.NineYear, Ownership.Public, Locality.TownFringe, true), null));
        Assert.Equal("", await ChangeAsync(world, one, new(SchoolKind.NineYear, Ownership.Public, Locality.TownFringe, true), null));

        Assert.Equal(["Primary|2026-03-01", "NineYear|"], await world.AskAsync($"select kind, until from schools_school_spans where {Is("school_id", one)} order by since"));
        Assert.Equal(["NineYear|TownFringe|1"], await world.AskAsync($"select kind, locality, is_boarding from schools_school_spans where {Is("school_id", one)} and until is null"));
        Assert.Equal(["Junior|2026-03-01", "Primary|2025-09-01"], await world.AskAsync($"select stage, since from schools_school_parts where {Is("school_id", one)} and until is null order by stage"));
        Assert.Equal(1, await world.CountAsync($"select count(*) from ds_schools where {Is("unit_id", one)} and kind = 'Primary' and since <= '2026-02-28' and until > '2026-02-28'"));
        Assert.Equal(["schools.change-school", "schools.mend-school"], await world.AskAsync("select kind from platform_processes where kind like 'schools.%-school' order by at, id"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_ends_with_its_unit_in_one_act_and_not_while_children_are_on_its_roll(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var (one, other) = (world.County.UnitId("青禾县实验小学"), world.County.UnitId("柳塘镇中心小学"));

        Assert.Equal("SchoolHasPupils", Code(await MergeAsync(world, one, other)));
        Assert.Equal(0, await world.CountAsync("select count(*) from schools_schools where closed_on is not null"));
        await EmptyAsync(world, one);
        Assert.Equal("", Code(await MergeAsync(world, one, other)));

        Assert.Equal([$"2026-04-01|{other.ToString().ToUpperInvariant()}"], await world.AskAsync($"select closed_on, merged_into_id from schools_schools where {Is("id", one)}"));
        Assert.Equal(0, await world.CountAsync($"select count(*) from schools_classes where {Is("school_id", one)} and until is null"));
        Assert.Equal(1, await world.CountAsync("select count(distinct process_id) from platform_audit_entries where process_id in (select id from platform_processes where kind = 'organization.merge-units') and subject like 'schools/%'"));
        Assert.Equal(0, await world.CountAsync($"select count(*) from ds_schools where {Is("unit_id", one)} and (until is null or until > '2026-04-01')"));
    }

    // Everybody leaves for another county.
    private static async Task EmptyAsync(GeneratedDistrict world, Guid school)
    {
        await using var scope = world.House.Enter();
        var move = scope.ServiceProvider.GetRequiredService<Shuren.Schools.MovePupil.MovePupil>();
        foreach (var pupil in await world.AskAsync($"select pupil_id from schools_enrolments where {Is("school_id", school)} and until is null"))
            Assert.True((await move.RunAsync(Guid.Parse(pupil), new(Shuren.Schools.MovePupil.RollAct.TransferOut, new(2026, 3, 31), null, "外县"), "学校合并", CancellationToken.None)).Succeeded);
    }

    private static async Task<Outcome<Done>> MergeAsync(GeneratedDistrict world, Guid unit, Guid into)
    {
        await using var scope = world.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<MergeUnits>().RunAsync([unit], into, new(2026, 4, 1), "县政府批复", CancellationToken.None);
    }

    private static async Task<string> EditAsync(GeneratedDistrict world, string who, Guid school, SchoolDraft draft)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(who));
        return Code(await scope.ServiceProvider.GetRequiredService<EditSchool>().RunAsync(school, draft, null, CancellationToken.None));
    }

    private static async Task<string> ChangeAsync(GeneratedDistrict world, Guid school, SpanDraft draft, DateOnly? from)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("chief-basic"));
        return Code(await scope.ServiceProvider.GetRequiredService<ChangeSchool>().RunAsync(school, draft, from, CancellationToken.None));
    }
}

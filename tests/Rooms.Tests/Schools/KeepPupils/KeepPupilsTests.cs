using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Rooms.Tests.Schools.ImportRolls;
using Shuren.Schools.KeepPupils;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.KeepPupils;

/// <summary>Pupils by hand: nobody twice, a mistake apart from a change, numbers that stay masked.</summary>
public class KeepPupilsTests
{
    private static readonly DateOnly Born = new(2017, 3, 5);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_pupil_is_entered_once_and_never_on_two_rolls(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var place = await PlaceAsync(world);

        var added = await AddAsync(world, "principal", Of("赵小满", 1), place, new("赵父", GuardianRelation.Father, "13900000000"));

        Assert.True(added.Succeeded);
        Assert.Equal(["Admitted|2026-04-15||Local"], await world.AskAsync($"select began, since, until, residence from schools_enrolments where {Is("pupil_id", added.Value)}"));
        Assert.Equal(["赵父|1"], await world.AskAsync($"select name, is_main from schools_guardians where {Is("pupil_id", added.Value)}"));
        Assert.Equal("PupilOnRoll", Code(await AddAsync(world, "principal", Of("赵小满", 1), place)));
        Assert.Equal("PupilTwin", Code(await AddAsync(world, "principal", Of("赵小满", 1) with { IdNumber = null }, place)));
        Assert.Equal("PupilIdNumber", Code(await AddAsync(world, "principal", Of("钱小满", 1) with { IdNumber = "999999201703050019" }, place)));
        Assert.Equal("PupilBornDiffers", Code(await AddAsync(world, "principal", Of("钱小满", 2) with { BornOn = Born.AddDays(1) }, place)));
        Assert.Equal("PupilClass", Code(await AddAsync(world, "principal", Of("钱小满", 2), place with { Class = Guid.CreateVersion7() })));
        Assert.Equal("ClassStage", Code(await AddAsync(world, "principal", Of("钱小满", 2), new(null, 31, ResidenceClass.Local))));
        Assert.Equal(1_501, await world.CountAsync("select count(*) from schools_enrolments where until is null"));
        Assert.Equal(1, await world.CountAsync("select count(*) from platform_processes where kind = 'schools.add-pupil'"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_number_typed_with_full_width_digits_and_spaces_is_the_same_number(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var place = await PlaceAsync(world);
        await AddAsync(world, "principal", Of("赵小满", 1), place);

        var wide = string.Concat(RollWorld.IdOf(1).Select(digit => char.IsAsciiDigit(digit) ? (char)(digit - '0' + '０') : digit)).Insert(6, " ");

        Assert.Equal("PupilOnRoll", Code(await AddAsync(world, "principal", Of("赵小满", 1) with { IdNumber = wide }, place)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_was_on_a_roll_before_goes_on_as_the_same_pupil(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var place = await PlaceAsync(world);
        var pupil = (await AddAsync(world, "principal", Of("赵小满", 1), place, since: new(2025, 9, 1))).Value;
        await using (var scope = world.House.Enter())
        {
            var left = await scope.ServiceProvider.GetRequiredService<Shuren.Schools.MovePupil.MovePupil>().RunAsync(pupil, new(Shuren.Schools.MovePupil.RollAct.TransferOut, new(2026, 3, 2), null, "外县"), "迁居", CancellationToken.None);
            Assert.True(left.Succeeded);
        }

        Assert.Equal("PupilSince", Code(await AddAsync(world, "principal", Of("赵小满", 1), place, since: new(2026, 3, 1))));
        Assert.Equal("PupilNumberTaken", Code(await AddAsync(world, "principal", Of("孙小满", 1), place)));
        var again = await AddAsync(world, "principal", Of("赵小满", 1), place);

        Assert.Equal(pupil, again.Value);
        Assert.Equal(["Admitted|2025-09-01|2026-03-02", "TransferredIn|2026-04-15|"], await world.AskAsync($"select began, since, until from schools_enrolments where {Is("pupil_id", pupil)} order by since"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_mended_name_keeps_the_number_that_nobody_typed(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var pupil = (await AddAsync(world, "principal", Of("赵小满", 1), await PlaceAsync(world))).Value;

        Assert.Equal("", await EditAsync(world, "principal", pupil, Of("赵晓满", 1) with { IdNumber = null, Phone = "0999-1234567" }, 0));
        Assert.Equal("EditedMeanwhile", await EditAsync(world, "principal", pupil, Of("赵大满", 1) with { IdNumber = null }, 0));
        Assert.Equal("PupilBornDiffers", await EditAsync(world, "principal", pupil, Of("赵晓满", 1) with { IdNumber = null, BornOn = Born.AddDays(1) }, null));
        Assert.Equal("", await EditAsync(world, "principal", pupil, Of("赵晓满", 1) with { IdNumber = "", Phone = "" }, null));

        Assert.Equal(["赵晓满|zxm||"], await world.AskAsync($"select name, initials, id_number, phone from schools_pupils where {Is("id", pupil)}"));
        Assert.DoesNotContain(RollWorld.IdOf(1), string.Concat(await world.AskAsync("select changes from platform_audit_entries")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_change_from_a_day_begins_a_row_and_a_mistake_is_mended_in_its_place(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var place = await PlaceAsync(world);
        var pupil = (await AddAsync(world, "principal", Of("赵小满", 1), place, since: new(2025, 9, 1))).Value;

        Assert.Equal("PlaceDay", await PutAsync(world, pupil, place with { Residence = ResidenceClass.Migrant }, new(2025, 9, 1)));
        Assert.Equal("", await PutAsync(world, pupil, place with { Residence = ResidenceClass.Migrant, HasPermit = true }, new(2026, 3, 2)));
        Assert.Equal("", await PutAsync(world, pupil, place with { Residence = ResidenceClass.Collective, HasPermit = true }, null));
        Assert.Equal("", await PutAsync(world, pupil, place with { Residence = ResidenceClass.Collective }, null));

        Assert.Equal(["Local|0|2025-09-01|2026-03-02|Changed", "Collective|0|2026-03-02||"],
            await world.AskAsync($"select residence, has_permit, since, until, ended from schools_enrolments where {Is("pupil_id", pupil)} order by since"));
        // What changed nothing left no act behind.
        Assert.Equal(["schools.change-place", "schools.mend-place"], await world.AskAsync("select kind from platform_processes where kind like 'schools.%-place' order by at, id"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task One_guardian_is_called_first_and_the_family_of_another_school_stays_closed(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var pupil = (await AddAsync(world, "principal", Of("赵小满", 1), await PlaceAsync(world), new("赵父", GuardianRelation.Father, "13900000000"))).Value;
        var other = Guid.Parse((await world.AskAsync($"select pupil_id from schools_enrolments where not {Is("school_id", world.County.UnitId("青禾县实验小学"))} order by pupil_id limit 1"))[0]);
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        var (keep, link) = (scope.ServiceProvider.GetRequiredService<KeepGuardian>(), scope.ServiceProvider.GetRequiredService<LinkSibling>());
        var sibling = (await world.AskAsync($"select id_number from schools_pupils where {Is("id", other)}"))[0];

        Assert.Equal("GuardianThere", Code(await keep.RunAsync(pupil, null, new("赵父", GuardianRelation.Father, ""), CancellationToken.None)));
        Assert.Equal("GuardianPhoneForm", Code(await keep.RunAsync(pupil, null, new("李母", GuardianRelation.Mother, "没有"), CancellationToken.None)));
        Assert.Equal("PupilUnknown", Code(await keep.RunAsync(other, null, new("李母", GuardianRelation.Mother, ""), CancellationToken.None)));
        Assert.True((await keep.RunAsync(pupil, null, new("李母", GuardianRelation.Mother, "13900000001") { IsMain = true }, CancellationToken.None)).Succeeded);
        Assert.Equal("SiblingUnknown", Code(await link.RunAsync(pupil, "999999", false, CancellationToken.None)));
        Assert.Equal("SiblingSelf", Code(await link.RunAsync(pupil, RollWorld.IdOf(1), false, CancellationToken.None)));
        Assert.True((await link.RunAsync(pupil, sibling, true, CancellationToken.None)).Succeeded);
        Assert.Equal("SiblingThere", Code(await link.RunAsync(pupil, sibling, true, CancellationToken.None)));

        Assert.Equal(["李母|1", "赵父|0"], await world.AskAsync($"select name, is_main from schools_guardians where {Is("pupil_id", pupil)} order by is_main desc"));
        Assert.Equal(1, await world.CountAsync($"select count(*) from schools_sibling_links where {Is("pupil_id", pupil)} or {Is("other_pupil_id", pupil)}"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_full_class_is_warned_of_once_and_takes_whoever_must_be_in_it(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var place = await PlaceAsync(world);
        var size = await world.CountAsync($"select count(*) from schools_enrolments where {Is("class_id", place.Class!.Value)} and until is null");
        for (var index = 1; size + index <= 45; index++)
            Assert.True((await AddAsync(world, "principal", Of($"赵{index}", index), place)).Succeeded);

        Assert.Equal("PupilClassFull", Code(await AddAsync(world, "principal", Of("末位", 100), place)));
        var last = await AddAsync(world, "principal", Of("末位", 100), place with { IsSure = true });

        Assert.Equal(46, await world.CountAsync($"select count(*) from schools_enrolments where {Is("class_id", place.Class.Value)} and until is null"));
        // Who is in it already is not asked again.
        Assert.Equal("", await PutAsync(world, last.Value, place with { IsBoarder = true }, null));
    }

    private static PupilDraft Of(string name, int index) => new(name, CitizenIs(index) ? Sex.Male : Sex.Female, Born) { IdNumber = RollWorld.IdOf(index) };

    private static bool CitizenIs(int index) => Shuren.Kernel.Identifiers.CitizenNumber.IsMale(RollWorld.IdOf(index))!.Value;

    private static async Task<PlaceDraft> PlaceAsync(GeneratedDistrict world) =>
        new(Guid.Parse((await world.AskAsync($"select id from schools_classes where {Is("school_id", world.County.UnitId("青禾县实验小学"))} and grade = 13 order by number limit 1"))[0]), 0, ResidenceClass.Local);

    private static async Task<Outcome<Guid>> AddAsync(GeneratedDistrict world, string who, PupilDraft draft, PlaceDraft place, GuardianDraft? guardian = null, DateOnly? since = null)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(who));
        return await scope.ServiceProvider.GetRequiredService<AddPupil>().RunAsync(world.County.UnitId("青禾县实验小学"), draft, place, guardian, since, CancellationToken.None);
    }

    private static async Task<string> EditAsync(GeneratedDistrict world, string who, Guid pupil, PupilDraft draft, long? seen)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId(who));
        return Code(await scope.ServiceProvider.GetRequiredService<EditPupil>().RunAsync(pupil, draft, seen, CancellationToken.None));
    }

    private static async Task<string> PutAsync(GeneratedDistrict world, Guid pupil, PlaceDraft place, DateOnly? from)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return Code(await scope.ServiceProvider.GetRequiredService<ChangePlace>().RunAsync(pupil, place, from, CancellationToken.None));
    }
}

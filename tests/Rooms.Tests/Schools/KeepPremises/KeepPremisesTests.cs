using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Schools.KeepPremises;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.KeepPremises;

/// <summary>Rooms and premises by hand: dated, in whole hundredths, and only of one's own school.</summary>
public class KeepPremisesTests
{
    private static readonly RoomDraft Music = new("样301", RoomKind.Music, 96.5m, 50) { Name = "音乐一室" };

    public static TheoryData<TestDatabase> Both => [TestDatabase.Sqlite, TestDatabase.PostgreSql];

    [Theory, MemberData(nameof(Both))]
    public async Task A_room_is_rebuilt_from_a_day_mended_in_its_place_and_taken_out_of_use(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var added = await AddAsync(world, Music);

        Assert.Equal("RoomCodeTaken", Code(await AddAsync(world, Music)));
        Assert.Equal("RoomCodeForm", Code(await AddAsync(world, Music with { Code = " " })));
        Assert.Equal("AreaForm", Code(await AddAsync(world, Music with { Code = "样302", Area = 10.005m })));
        Assert.Equal("CountForm", Code(await AddAsync(world, Music with { Code = "样302", Seats = -1 })));
        Assert.Equal("RoomSince", Code(await AddAsync(world, Music with { Code = "样302" }, new(2026, 4, 16))));
        Assert.Equal("PlaceDay", Code(await ChangeAsync(world, added.Value, Music with { Kind = RoomKind.Dance }, new(2025, 9, 1))));
        var rebuilt = await ChangeAsync(world, added.Value, Music with { Kind = RoomKind.Dance, Area = 120 }, new(2026, 3, 1));
        Assert.Equal("RoomEnded", Code(await ChangeAsync(world, added.Value, Music, null)));
        Assert.Equal(rebuilt.Value, (await ChangeAsync(world, rebuilt.Value, Music with { Kind = RoomKind.Dance, Area = 121.25m }, null)).Value);
        Assert.Equal("RoomEndDay", await EndAsync(world, rebuilt.Value, new(2026, 3, 1)));
        Assert.Equal("", await EndAsync(world, rebuilt.Value, new(2026, 4, 1)));
        Assert.True((await AddAsync(world, Music)).Succeeded);

        Assert.Equal(["Music|9650|2025-09-01|2026-03-01", "Dance|12125|2026-03-01|2026-04-01"], await world.AskAsync($"select kind, area, since, until from schools_rooms where code = '样301' and until is not null order by since"));
        Assert.Equal(1, await world.CountAsync($"select count(*) from ds_rooms where {Is("unit_id", School(world))} and kind = 'Dance' and since <= '2026-03-15' and until > '2026-03-15' and area = 12125"));
    }

    [Theory, MemberData(nameof(Both))]
    public async Task A_new_count_leaves_the_old_one_standing_and_a_mistake_does_not(TestDatabase database)
    {
        await using var world = await GeneratedDistrict.NewAsync(database);
        var school = School(world);
        var (before, since) = ((await world.AskAsync($"select site_area from schools_premises where {Is("school_id", school)} and until is null"))[0], (await world.AskAsync($"select since from schools_premises where {Is("school_id", school)} and until is null"))[0]);
        var draft = new PremisesDraft { SiteArea = 20_000.5m, FloorArea = 8_000, TeachingArea = 5_000, SportsGroundArea = 6_000, EquipmentValue = 1_234_567.89m, Books = 20_000, Computers = 120, Kitchens = 1, HasOpenKitchen = true };

        Assert.Equal("PartLargerThanWhole", await KeepAsync(world, school, draft with { TeachingArea = 9_000 }, new(2026, 4, 1)));
        Assert.Equal("KitchenNone", await KeepAsync(world, school, draft with { Kitchens = 0 }, new(2026, 4, 1)));
        Assert.Equal("AreaForm", await KeepAsync(world, school, draft with { GymArea = -1 }, new(2026, 4, 1)));
        Assert.Equal("PlaceDay", await KeepAsync(world, school, draft, new(2026, 4, 16)));
        Assert.Equal("SchoolUnknown", await KeepAsync(world, world.County.UnitId("柳塘镇中心小学"), draft, new(2026, 4, 1)));
        Assert.Equal("", await KeepAsync(world, school, draft, new(2026, 4, 1)));
        Assert.Equal("", await KeepAsync(world, school, draft with { Books = 21_000 }, null));
        Assert.Equal("", await KeepAsync(world, school, draft with { Books = 21_000 }, null));

        Assert.Equal([$"{before}|{since}|2026-04-01|", "2000050|2026-04-01||21000"],
            (await world.AskAsync($"select site_area, since, until, case when until is null then cast(books as text) else '' end from schools_premises where {Is("school_id", school)} order by since"))[^2..]);
        Assert.Equal(["123456789"], await world.AskAsync($"select equipment_value from schools_premises where {Is("school_id", school)} and until is null"));
        Assert.Equal(["schools.count-premises|1", "schools.mend-premises|1"], await world.AskAsync("select kind, count(*) from platform_processes where kind like 'schools.%-premises' group by kind order by kind"));
    }

    private static Guid School(GeneratedDistrict world) => world.County.UnitId("青禾县实验小学");

    private static async Task<Outcome<Guid>> AddAsync(GeneratedDistrict world, RoomDraft draft, DateOnly? since = null)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return await scope.ServiceProvider.GetRequiredService<AddRoom>().RunAsync(School(world), draft, since, CancellationToken.None);
    }

    private static async Task<Outcome<Guid>> ChangeAsync(GeneratedDistrict world, Guid room, RoomDraft draft, DateOnly? from)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return await scope.ServiceProvider.GetRequiredService<ChangeRoom>().RunAsync(room, draft, from, null, CancellationToken.None);
    }

    private static async Task<string> EndAsync(GeneratedDistrict world, Guid room, DateOnly on)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return Code(await scope.ServiceProvider.GetRequiredService<EndRoom>().RunAsync(room, on, CancellationToken.None));
    }

    private static async Task<string> KeepAsync(GeneratedDistrict world, Guid school, PremisesDraft draft, DateOnly? from)
    {
        await using var scope = await world.House.EnterAsAsync(world.County.AccountId("principal"));
        return Code(await scope.ServiceProvider.GetRequiredService<Shuren.Schools.KeepPremises.KeepPremises>().RunAsync(school, draft, from, CancellationToken.None));
    }
}

using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPremises;

/// <summary>A room; until is null while it is in use.</summary>
internal sealed record RoomItem(Guid Id, Guid School, string Code, string Name, RoomKind Kind, decimal Area, int Seats, bool IsMultimedia, DateOnly Since, DateOnly? Until, long Version);

/// <summary>A room as a program writes it. The school stands in a new one and never changes.</summary>
internal sealed record RoomBody(
    Guid? School = null, string? Code = null, string? Name = null, RoomKind Kind = RoomKind.Classroom, [property: Description("Square metres, at most two decimals.")] decimal Area = 0, int Seats = 0, bool IsMultimedia = false,
    [property: Description("The first day. For a change: not sent, a mistake is mended that was one from the first day of the row.")] DateOnly? From = null)
{
    public RoomDraft Draft() => new(Code ?? "", Kind, Area, Seats) { Name = Name ?? "", IsMultimedia = IsMultimedia };
}

/// <summary>From which day on a room is not used any more.</summary>
internal sealed record EndRoomBody(DateOnly? On = null);

/// <summary>What a school has, as a program writes it: square metres and yuan with at most two decimals.</summary>
internal sealed record PremisesBody(
    decimal SiteArea, decimal FloorArea, decimal TeachingArea, decimal SportsGroundArea, decimal GymArea, decimal PlayArea, decimal ActivityRoomArea, decimal GreenArea, decimal DangerousArea,
    decimal EquipmentValue, int Books, int Computers, int Cameras, int Guards, int Buses, int Kitchens, bool HasOpenKitchen,
    [property: Description("True says that the warnings were read: a part that is larger than the whole.")] bool IsSure = false,
    [property: Description("The day of the count; not sent, a mistake in the last count is mended.")] DateOnly? From = null)
{
    public PremisesDraft Draft() => new()
    {
        SiteArea = SiteArea, FloorArea = FloorArea, TeachingArea = TeachingArea, SportsGroundArea = SportsGroundArea, GymArea = GymArea, PlayArea = PlayArea, ActivityRoomArea = ActivityRoomArea, GreenArea = GreenArea,
        DangerousArea = DangerousArea, EquipmentValue = EquipmentValue, Books = Books, Computers = Computers, Cameras = Cameras, Guards = Guards, Buses = Buses, Kitchens = Kitchens, HasOpenKitchen = HasOpenKitchen, IsSure = IsSure,
    };
}

/// <summary>Rooms and premises for programs.</summary>
internal static class PremisesDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapGet("/rooms", ListAsync).Door("ListRooms", SchoolsRights.View, "The rooms in use of the schools that the account reaches.");
        api.MapGet("/rooms/{room:guid}", ReadAsync).Door("ReadRoom", SchoolsRights.View, "One room; its ETag goes into If-Match.");
        api.MapPost("/rooms", AddAsync).Door("AddRoom", SchoolsRights.Edit, "Adds a room to a school.");
        api.MapPut("/rooms/{room:guid}", ChangeAsync).Door("ChangeRoom", SchoolsRights.Edit, "Changes a room from a day, or mends it.").Expects<Room>("room", required: true);
        api.MapPost("/rooms/{room:guid}/end", EndAsync).Door("EndRoom", SchoolsRights.Edit, "Takes a room out of use.").Expects<Room>("room");
        api.MapPut("/schools/{school:guid}/premises", KeepAsync).Door("KeepPremises", SchoolsRights.Edit, "Says what a school has: a new count from a day, or a mistake in the last one that is mended.").Expects<School>("school");
    }

    private static async Task<Answer<Page<RoomItem>>> ListAsync(Guid? school, RoomKind? kind, [AsParameters] PageQuery page, FindRooms find, CancellationToken ct)
    {
        if (page.Refused(3) is { } refusal)
            return refusal;
        var view = await find.RunAsync(new(school, kind, page.After), page.Take, ct);
        return new Page<RoomItem>([.. view.Rows.Select(line => ItemOf(line.Room))], view.Next);
    }

    private static async Task<Answer<RoomItem>> ReadAsync(Guid room, FindRooms find, CancellationToken ct) => await find.OneAsync(room, ct) is { } line ? Answer.Of(ItemOf(line.Room), line.Room.Version) : Answer.Nothing<RoomItem>();

    private static async Task<MadeAnswer<Made>> AddAsync(RoomBody request, AddRoom add, CancellationToken ct) =>
        Answer.Made((await add.RunAsync(request.School ?? Guid.Empty, request.Draft(), request.From, ct)).AsMade(), made => $"/rooms/{made.Id:N}");

    private static async Task<DoneAnswer> ChangeAsync(Guid room, RoomBody request, ChangeRoom change, CancellationToken ct)
    {
        var outcome = await change.RunAsync(room, request.Draft(), request.From, null, ct);
        Outcome<Done> done = outcome.Succeeded ? new Done() : outcome.Refusals.ToList();
        return done;
    }

    private static async Task<DoneAnswer> EndAsync(Guid room, EndRoomBody request, EndRoom end, CancellationToken ct) => await end.RunAsync(room, request.On, ct);

    private static async Task<DoneAnswer> KeepAsync(Guid school, PremisesBody request, KeepPremises keep, CancellationToken ct) => await keep.RunAsync(school, request.Draft(), request.From, ct);

    private static RoomItem ItemOf(Room room) => new(room.Id, room.SchoolId, room.Code, room.Name, room.Kind, room.Area / 100m, room.Seats, room.IsMultimedia, room.Since, room.Until, room.Version);
}

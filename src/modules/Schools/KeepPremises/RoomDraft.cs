using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPremises;

/// <summary>A room as it is to be.</summary>
/// <param name="Code">房间号.</param>
/// <param name="Kind">用房类型.</param>
/// <param name="Area">Usable area in square metres, at most two decimals.</param>
/// <param name="Seats">Seats, 0 where it has none.</param>
internal sealed record RoomDraft(string Code, RoomKind Kind, decimal Area, int Seats)
{
    private const int MostCode = 30;
    private const int MostName = 60;
    private const int MostSeats = 10_000;
    private const decimal MostArea = 100_000;

    public string Name { get; init; } = "";
    public bool IsMultimedia { get; init; }

    /// <summary>Without spaces around.</summary>
    public RoomDraft Clean() => this with { Code = Code.Trim(), Name = Name.Trim() };

    /// <summary>Whether a room says all that already.</summary>
    public bool Is(Room room) => (room.Code, room.Name, room.Kind, room.Area, room.Seats, room.IsMultimedia) == (Code, Name, Kind, Hundredths.Of(Area), Seats, IsMultimedia);

    /// <summary>Puts it into a room.</summary>
    public Room Into(Room room)
    {
        (room.Code, room.Name, room.Kind, room.Area, room.Seats, room.IsMultimedia) = (Code, Name, Kind, Hundredths.Of(Area), Seats, IsMultimedia);
        return room;
    }

    /// <summary>Why a room cannot be so at a school; nothing where it can.</summary>
    /// <param name="schools">The rolls.</param>
    /// <param name="school">Where.</param>
    /// <param name="self">The room itself, where it stands already.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<List<Refusal>> RefusalsAsync(SchoolsDb schools, Guid school, Guid self, CancellationToken ct)
    {
        var wrong = new List<Refusal>();
        if (Code.Length is < 1 or > MostCode)
            wrong.Add(new("RoomCodeForm", "code", MostCode));
        else if (await schools.Rooms.AnyAsync(room => room.SchoolId == school && room.Code == Code && room.Until == null && room.Id != self, ct))
            wrong.Add(new("RoomCodeTaken", "code", Code));
        if (Name.Length > MostName)
            wrong.Add(new("RoomNameForm", "name", MostName));
        if (!Hundredths.Fits(Area, MostArea))
            wrong.Add(new("AreaForm", "area", MostArea));
        if (Seats is < 0 or > MostSeats)
            wrong.Add(new("CountForm", "seats", MostSeats));
        return wrong;
    }
}

/// <summary>Square metres and yuan as whole hundredths: sums are the same on every database.</summary>
internal static class Hundredths
{
    /// <summary>The hundredths of a number that <see cref="Fits"/>.</summary>
    public static long Of(decimal number) => (long)(number * 100);

    /// <summary>Whether a number is not negative, not larger than another and has at most two decimals.</summary>
    public static bool Fits(decimal number, decimal most) => number >= 0 && number <= most && decimal.Round(number, 2) == number;
}

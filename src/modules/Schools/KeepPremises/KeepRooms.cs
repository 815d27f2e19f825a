using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPremises;

/// <summary>Adds a room to a school.</summary>
internal sealed class AddRoom(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Its id, or <c>NotYours</c>, <c>RoomSchoolClosed</c>, <c>RoomSince</c> and what <see cref="RoomDraft"/> refuses.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid school, RoomDraft wish, DateOnly? since, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } within && !within.Contains(school))
            return new Refusal("NotYours");
        var (draft, today) = (wish.Clean(), time.Today());
        if (await schools.Schools.AsNoTracking().FirstOrDefaultAsync(row => row.Id == school && (row.ClosedOn == null || row.ClosedOn > today), ct) is not { } open)
            return new Refusal("RoomSchoolClosed", "school");
        var (wrong, first) = (await draft.RefusalsAsync(schools, school, Guid.Empty, ct), since ?? Period.SchoolYear(Period.SchoolYearOf(today)).First);
        if (first > today || first < open.OpenedOn)
            wrong.Add(new("RoomSince", "from", open.OpenedOn, today));
        if (wrong.Count > 0)
            return wrong;
        var room = draft.Into(new Room { SchoolId = school, Code = draft.Code, Kind = draft.Kind, Since = first });
        process.Begin("schools.add-room", SchoolsRefs.Room(room.Id));
        schools.Rooms.Add(room);
        await schools.SaveAsync(ct);
        return room.Id;
    }
}

/// <summary>
/// Changes a room in use. From a day (it was rebuilt, is used for something else): the row ends there and the next begins under the same number.
/// Without a day it is a mistake that is mended.
/// </summary>
internal sealed class ChangeRoom(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>The room that is in use then, or <c>RoomUnknown</c>, <c>RoomEnded</c>, <c>EditedMeanwhile</c>, <c>PlaceDay</c> and what <see cref="RoomDraft"/> refuses.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid id, RoomDraft wish, DateOnly? from, long? seen, CancellationToken ct)
    {
        if (await schools.Rooms.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } room || (await reach.RunAsync(SchoolsRights.Edit, ct))?.Contains(room.SchoolId) == false)
            return new Refusal("RoomUnknown");
        if (room.Until is not null)
            return new Refusal("RoomEnded");
        if (seen is { } version && version != room.Version)
            return new Refusal("EditedMeanwhile");
        var (draft, today) = (wish.Clean(), time.Today());
        var wrong = await draft.RefusalsAsync(schools, room.SchoolId, id, ct);
        if (from is { } day && (day <= room.Since || day > today))
            wrong.Add(new("PlaceDay", "from", room.Since.AddDays(1), today));
        if (wrong.Count > 0)
            return wrong;
        if (draft.Is(room))
            return id;
        process.Begin(from is null ? "schools.mend-room" : "schools.change-room", SchoolsRefs.Room(id));
        var stands = room;
        if (from is { } on)
        {
            room.Until = on;
            schools.Rooms.Add(stands = draft.Into(new Room { SchoolId = room.SchoolId, CampusId = room.CampusId, Code = draft.Code, Kind = draft.Kind, Since = on }));
        }
        else
            draft.Into(room);
        await schools.SaveAsync(ct);
        return stands.Id;
    }
}

/// <summary>Takes a room out of use from a day on.</summary>
internal sealed class EndRoom(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>RoomUnknown</c>, <c>RoomEnded</c>, <c>RoomEndDay</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, DateOnly? on, CancellationToken ct)
    {
        if (await schools.Rooms.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } room || (await reach.RunAsync(SchoolsRights.Edit, ct))?.Contains(room.SchoolId) == false)
            return new Refusal("RoomUnknown");
        if (room.Until is not null)
            return new Refusal("RoomEnded");
        if (on is not { } day || day <= room.Since || day > time.Today())
            return new Refusal("RoomEndDay", "on", room.Since.AddDays(1), time.Today());
        process.Begin("schools.end-room", SchoolsRefs.Room(id));
        room.Until = day;
        await schools.SaveAsync(ct);
        return new Done();
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPremises;

/// <summary>Which rooms in use.</summary>
/// <param name="School">Only of this school.</param>
/// <param name="Kind">Only of this kind.</param>
/// <param name="After">The cursor of the page before.</param>
internal sealed record RoomFilter(Guid? School, RoomKind? Kind, string? After);

/// <summary>A room with the name of its school.</summary>
internal sealed record RoomLine(Room Room, string School);

/// <summary>The rooms in use, school by school, page by page.</summary>
internal sealed class FindRooms(SchoolsDb schools, SchoolScope scope, IUnitDirectory units) : IHandler
{
    /// <summary>So many on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page, and the cursor of the next; null on the last.</summary>
    public sealed record View(IReadOnlyList<RoomLine> Rows, string? Next, RoomFilter Filter);

    public async Task<View> RunAsync(RoomFilter filter, int take, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.View, ct);
        var rows = schools.Rooms.AsNoTracking().Where(row => row.Until == null);
        if (reached is not null)
            rows = rows.Where(row => reached.Contains(row.SchoolId));
        if (filter.School is { } school)
            rows = rows.Where(row => row.SchoolId == school);
        if (filter.Kind is { } kind)
            rows = rows.Where(row => row.Kind == kind);
        if (Paging.Read(filter.After) is [var at, var code, var idText] && Guid.TryParse(at, out var last) && Guid.TryParse(idText, out var id))
            rows = rows.Where(row => row.SchoolId > last || row.SchoolId == last && (string.Compare(row.Code, code) > 0 || row.Code == code && row.Id > id));
        var found = await rows.OrderBy(row => row.SchoolId).ThenBy(row => row.Code).ThenBy(row => row.Id).Take(take + 1).ToListAsync(ct);
        var names = await units.FindAsync([.. found.Select(row => row.SchoolId).Distinct()], ct);
        List<RoomLine> lines = [.. found.Take(take).Select(row => LineOf(row, names))];
        return new(lines, found.Count > take ? Paging.Cursor($"{lines[^1].Room.SchoolId}", lines[^1].Room.Code, $"{lines[^1].Room.Id}") : null, filter);
    }

    /// <summary>One room, in use or not any more; null where there is none for this actor.</summary>
    public async Task<RoomLine?> OneAsync(Guid id, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.View, ct);
        return await schools.Rooms.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is { } row && reached?.Contains(row.SchoolId) != false ? LineOf(row, await units.FindAsync([row.SchoolId], ct)) : null;
    }

    private static RoomLine LineOf(Room row, IReadOnlyDictionary<Guid, UnitCard> names) => new(row, names.TryGetValue(row.SchoolId, out var unit) ? unit.ShortName : "");
}

using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>用房名册: the rooms in use. A row is known by school and room number.</summary>
internal sealed class RoomsRoll(SchoolsDb db, SchoolBook schools) : IRoll
{
    private static readonly RollSheet Roll = RollBook.Rooms;
    private static readonly (int Code, int Kind, int Since) At = (Roll.IndexOf("code"), Roll.IndexOf("kind"), Roll.IndexOf("since"));

    private static readonly Bindings<Room> Own = new Bindings<Room>(Roll)
        .Text("code", row => row.Code, (row, value) => row.Code = value)
        .Text("name", row => row.Name, (row, value) => row.Name = value)
        .Choice("kind", row => row.Kind, (row, value) => row.Kind = value)
        .Add("area", row => row.Area / 100m, (row, value) => row.Area = (long)decimal.Round((decimal)value * 100))
        .Add("seats", row => (long)row.Seats, (row, value) => row.Seats = (int)(long)value)
        .YesNo("is_multimedia", row => row.IsMultimedia, (row, value) => row.IsMultimedia = value);

    /// <summary>The rooms that rows of the file have named, with the row that was first.</summary>
    private readonly Dictionary<(Guid School, string Code), int> named = [];
    private RollScope scope = null!; // set by BeginAsync, which comes first

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(Room)];

    public bool IsTakenWhole => false;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        await schools.ReadAsync(Roll, within, ct);
        named.Clear();
    }

    public async Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct)
    {
        var placed = rows.Select(row => (Row: row, School: Check(row))).Where(one => one.School is not null).Select(one => (one.Row, School: one.School!.Value)).ToList(); // not null
        var known = await KnownAsync(placed, ct);
        foreach (var (row, school) in placed)
            Take(row, school, known, changes);
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> ExportAsync(RollScope within, [EnumeratorCancellation] CancellationToken ct)
    {
        await schools.ReadAsync(Roll, within, ct);
        var rows = db.Rooms.AsNoTracking().Where(row => row.Until == null);
        if (within.Schools is { } own)
            rows = rows.Where(row => own.Contains(row.SchoolId));
        await foreach (var row in rows.OrderBy(row => row.SchoolId).ThenBy(row => row.Code).AsAsyncEnumerable().WithCancellation(ct))
        {
            var cells = new object?[Roll.Columns.Count];
            schools.Show(row.SchoolId, cells);
            Own.Show(row, cells);
            cells[At.Since] = row.Since;
            yield return cells;
        }
    }

    /// <summary>The school of a row that can be taken so far.</summary>
    private Guid? Check(RollRow row)
    {
        foreach (var key in (string[])["area", "seats"])
        {
            if (row.Get<object>(Roll.IndexOf(key)) is IConvertible said && said.ToDecimal(CultureInfo.InvariantCulture) is < 0 or > 1_000_000)
                row.Refuse(key, "RollOutOfRange", said.ToString(CultureInfo.InvariantCulture));
        }
        return schools.Of(row) is { } school && row.IsGood ? school : null;
    }

    private async Task<Dictionary<(Guid School, string Code), Room>> KnownAsync(List<(RollRow Row, Guid School)> placed, CancellationToken ct)
    {
        var (within, codes) = (placed.Select(one => one.School).Distinct().ToList(), placed.Select(one => one.Row.Text(At.Code)).Distinct().ToList());
        var rooms = await db.Rooms.AsNoTracking().Where(room => room.Until == null && within.Contains(room.SchoolId) && codes.Contains(room.Code)).ToListAsync(ct);
        return rooms.DistinctBy(room => (room.SchoolId, room.Code)).ToDictionary(room => (room.SchoolId, room.Code));
    }

    private void Take(RollRow row, Guid school, Dictionary<(Guid School, string Code), Room> known, List<RowChange> changes)
    {
        var place = (School: school, Code: row.Text(At.Code));
        if (!named.TryAdd(place, row.Number))
        {
            row.Refuse("code", "CellRepeated", place.Code, named[place].ToString(CultureInfo.InvariantCulture));
            return;
        }
        if (!known.TryGetValue(place, out var stands))
        {
            var first = row.Has(At.Since) ? row.Get<DateOnly>(At.Since) : scope.YearBegins;
            changes.Add(new(null, Own.Apply(new Room { SchoolId = school, Code = place.Code, Kind = Enum.Parse<RoomKind>(row.Text(At.Kind)), Since = first }, row)));
            row.Become(RowOutcome.Added);
            return;
        }
        if (Own.Against(stands, row) is { } change)
            changes.Add(change);
    }
}

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

    private readonly Dictionary<(Guid School, string Code), (Room Row, int Line)> known = [];
    private RollScope scope = null!; // set by BeginAsync, which comes first

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(Room)];

    public bool IsTakenWhole => false;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        await schools.ReadAsync(Roll, within, ct);
        known.Clear();
        await foreach (var row in db.Rooms.AsNoTracking().Where(row => row.Until == null).AsAsyncEnumerable().WithCancellation(ct))
            known[(row.SchoolId, row.Code)] = (row, 0);
    }

    public Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct)
    {
        foreach (var row in rows)
            Take(row, changes);
        return Task.CompletedTask;
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

    private void Take(RollRow row, List<RowChange> changes)
    {
        foreach (var key in (string[])["area", "seats"])
        {
            if (row.Get<object>(Roll.IndexOf(key)) is IConvertible said && said.ToDecimal(CultureInfo.InvariantCulture) is < 0 or > 1_000_000)
                row.Refuse(key, "RollOutOfRange", said.ToString(CultureInfo.InvariantCulture));
        }
        if (schools.Of(row) is not { } school || !row.IsGood)
            return;
        var place = (school, row.Text(At.Code));
        if (!known.TryGetValue(place, out var stands))
        {
            var first = row.Has(At.Since) ? row.Get<DateOnly>(At.Since) : scope.YearBegins;
            var added = Own.Apply(new Room { SchoolId = school, Code = place.Item2, Kind = Enum.Parse<RoomKind>(row.Text(At.Kind)), Since = first }, row);
            known[place] = (added, row.Number);
            changes.Add(new(null, added));
            row.Become(RowOutcome.Added);
        }
        else if (stands.Line > 0)
            row.Refuse("code", "CellRepeated", stands.Row.Code, stands.Line.ToString(CultureInfo.InvariantCulture));
        else
        {
            var differs = Own.Differ(stands.Row, row);
            if (differs)
                changes.Add(new(stands.Row, Own.Apply(ImportDesk.Copy(stands.Row), row)));
            row.Become(differs ? RowOutcome.Changed : RowOutcome.Unchanged);
        }
    }
}

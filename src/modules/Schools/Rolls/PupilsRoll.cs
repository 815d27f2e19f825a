using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>学生名册: pupils and where they learn. A row is known by its pupil number or ID number.</summary>
internal sealed class PupilsRoll(SchoolsDb db, SchoolBook schools, ClassBook classes) : IRoll
{
    private static readonly RollSheet Roll = RollBook.Pupils;
    private static readonly PersonCells Person = new(Roll);
    private static readonly (int Id, int Number, int Name, int Sex, int Born) At =
        (Roll.IndexOf("id_number"), Roll.IndexOf("pupil_number"), Roll.IndexOf("name"), Roll.IndexOf("sex"), Roll.IndexOf("born_on"));

    private static readonly Bindings<Pupil> Own = new Bindings<Pupil>(Roll)
        .Text("name", row => row.Name, (row, value) => (row.Name, row.Initials) = (value, NameInitials.Of(value)))
        .Text("former_name", row => row.FormerName, (row, value) => row.FormerName = value)
        .Text("id_kind", row => row.IdKind, (row, value) => row.IdKind = value)
        .Text("id_number", row => row.IdNumber, (row, value) => row.IdNumber = value)
        .Text("pupil_number", row => row.PupilNumber, (row, value) => row.PupilNumber = value)
        .Text("school_number", row => row.SchoolNumber, (row, value) => row.SchoolNumber = value)
        .Choice("sex", row => row.Sex, (row, value) => row.Sex = value)
        .Day("born_on", row => row.BornOn, (row, value) => row.BornOn = value)
        .Text("ethnicity", row => row.Ethnicity, (row, value) => row.Ethnicity = value)
        .Text("nationality", row => row.Nationality, (row, value) => row.Nationality = value == "中国" ? "CHN" : value)
        .Text("overseas", row => row.Overseas, (row, value) => row.Overseas = value)
        .Text("political", row => row.Political, (row, value) => row.Political = value)
        .Text("health", row => row.Health, (row, value) => row.Health = value)
        .Text("household_division", row => row.HouseholdDivision, (row, value) => row.HouseholdDivision = value)
        .Text("household_kind", row => row.HouseholdKind, (row, value) => row.HouseholdKind = value)
        .Text("birth_division", row => row.BirthDivision, (row, value) => row.BirthDivision = value)
        .Text("native_place", row => row.NativePlace, (row, value) => row.NativePlace = value)
        .Text("address", row => row.Address, (row, value) => row.Address = value)
        .Text("phone", row => row.Phone, (row, value) => row.Phone = value)
        .YesNo("is_only_child", row => row.IsOnlyChild, (row, value) => row.IsOnlyChild = value);

    private readonly EnrolmentCells enrolments = new(Roll);
    private RollScope scope = null!; // set by BeginAsync, which comes first
    private bool isEmpty;

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(Pupil), typeof(Enrolment)];

    public bool IsTakenWhole => false;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        await schools.ReadAsync(Roll, within, ct);
        await classes.ReadAsync(within, ct);
        isEmpty = !await db.Pupils.AnyAsync(ct);
    }

    public async Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct)
    {
        foreach (var row in rows)
            Person.Check(row, scope.Today);
        var known = await KnownAsync(rows, ct);
        foreach (var row in rows)
            Take(row, known, changes);
    }

    public async IAsyncEnumerable<IReadOnlyList<object?>> ExportAsync(RollScope within, [EnumeratorCancellation] CancellationToken ct)
    {
        await schools.ReadAsync(Roll, within, ct);
        await classes.ReadAsync(within, ct);
        var open = db.Enrolments.AsNoTracking().Where(row => row.Until == null);
        if (within.Schools is { } own)
            open = open.Where(row => own.Contains(row.SchoolId));
        var rows = open.Join(db.Pupils.AsNoTracking(), row => row.PupilId, pupil => pupil.Id, (row, pupil) => new { row, pupil })
            .OrderBy(one => one.row.SchoolId).ThenBy(one => one.row.Grade).ThenBy(one => one.row.ClassId).ThenBy(one => one.pupil.Id);
        await foreach (var one in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            var cells = new object?[Roll.Columns.Count];
            schools.Show(one.row.SchoolId, cells);
            Own.Show(one.pupil, cells);
            enrolments.Show(one.row, classes.NameOf(one.row.ClassId), cells);
            yield return cells;
        }
    }

    private void Take(RollRow row, Known known, List<RowChange> changes)
    {
        if (schools.Of(row) is not { } school || !row.IsGood)
            return;
        var grade = int.Parse(row.Text(enrolments.Grade), CultureInfo.InvariantCulture); // a value of the code table
        var taught = classes.Of(row, school, grade, row.Text(enrolments.Class));
        var pupil = known.Of(row, At.Id, At.Number);
        var stands = pupil is null ? null : known.Open.GetValueOrDefault(pupil.Id);
        if (pupil is null && !row.Has(At.Id) && !row.Has(At.Number))
            row.Refuse("id_number", "RollNoNumber");
        if (stands is not null && stands.SchoolId != school && !scope.Reaches(stands.SchoolId))
            row.Refuse("school", "RollPupilElsewhere", schools[stands.SchoolId].Name);
        if (!row.IsGood)
            return;
        var outcome = pupil is null ? RowOutcome.Added : RowOutcome.Unchanged;
        if (pupil is not null && Own.Differ(pupil, row))
        {
            changes.Add(new(pupil, Own.Apply(ImportDesk.Copy(pupil), row)));
            outcome = RowOutcome.Changed;
        }
        else if (pupil is null)
            changes.Add(new(null, pupil = New(row)));
        if (enrolments.Place(row, pupil.Id, new(school, taught, grade), stands, scope, changes) && outcome == RowOutcome.Unchanged)
            outcome = RowOutcome.Changed;
        row.Become(outcome);
    }

    private static Pupil New(RollRow row) => Own.Apply(new Pupil { Name = row.Text(At.Name), Initials = "", Sex = Enum.Parse<Sex>(row.Text(At.Sex)), BornOn = row.Get<DateOnly>(At.Born) }, row);

    private async Task<Known> KnownAsync(IReadOnlyList<RollRow> rows, CancellationToken ct)
    {
        if (isEmpty)
            return new([], []);
        var (ids, numbers) = (Said(rows, At.Id), Said(rows, At.Number));
        var pupils = await db.Pupils.AsNoTracking().Where(pupil => ids.Contains(pupil.IdNumber)).ToListAsync(ct);
        pupils.AddRange(await db.Pupils.AsNoTracking().Where(pupil => numbers.Contains(pupil.PupilNumber) && !ids.Contains(pupil.IdNumber)).ToListAsync(ct));
        var found = pupils.ConvertAll(pupil => pupil.Id);
        var open = await db.Enrolments.AsNoTracking().Where(row => found.Contains(row.PupilId) && row.Until == null).ToListAsync(ct);
        return new(pupils, open);
    }

    private static List<string> Said(IReadOnlyList<RollRow> rows, int column) => [.. rows.Where(row => row.Has(column)).Select(row => row.Text(column)).Distinct()];

    /// <summary>What stands of the pupils that some rows name.</summary>
    private sealed class Known(List<Pupil> pupils, List<Enrolment> open)
    {
        private readonly Dictionary<string, Pupil> byId = pupils.Where(pupil => pupil.IdNumber.Length > 0).DistinctBy(pupil => pupil.IdNumber).ToDictionary(pupil => pupil.IdNumber);
        private readonly Dictionary<string, Pupil> byNumber = pupils.Where(pupil => pupil.PupilNumber.Length > 0).DistinctBy(pupil => pupil.PupilNumber).ToDictionary(pupil => pupil.PupilNumber);

        /// <summary>The open enrolment of each.</summary>
        public Dictionary<Guid, Enrolment> Open { get; } = open.ToDictionary(row => row.PupilId);

        /// <summary>The pupil of a row; said at the row where its two numbers are those of two pupils.</summary>
        public Pupil? Of(RollRow row, int id, int number)
        {
            var (one, other) = (row.Has(id) ? byId.GetValueOrDefault(row.Text(id)) : null, row.Has(number) ? byNumber.GetValueOrDefault(row.Text(number)) : null);
            if (one is not null && other is not null && one.Id != other.Id)
                row.Refuse("pupil_number", "RollTwoPupils", one.Name, other.Name);
            return other ?? one;
        }
    }
}

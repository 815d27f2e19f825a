using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.Model;

namespace Shuren.Schools.Rolls;

/// <summary>班级名册: the classes of a school year. A row is known by school, year, grade and number.</summary>
internal sealed class ClassesRoll(SchoolsDb db, SchoolBook schools) : IRoll
{
    private static readonly RollSheet Roll = RollBook.Classes;
    private static readonly (int Year, int Grade, int Number, int Name, int Since) At =
        (Roll.IndexOf("school_year"), Roll.IndexOf("grade"), Roll.IndexOf("number"), Roll.IndexOf("name"), Roll.IndexOf("since"));

    private static readonly Bindings<SchoolClass> Own = new Bindings<SchoolClass>(Roll)
        .Text("name", row => row.Name, (row, value) => row.Name = value)
        .Choice("kind", row => row.Kind, (row, value) => row.Kind = value);

    private readonly Dictionary<(Guid School, int Year, int Grade, int Number), (SchoolClass Row, int Line)> known = [];
    private RollScope scope = null!; // set by BeginAsync, which comes first

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(SchoolClass)];

    public bool IsTakenWhole => false;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        await schools.ReadAsync(Roll, within, ct);
        known.Clear();
        await foreach (var row in db.Classes.AsNoTracking().AsAsyncEnumerable().WithCancellation(ct))
            known[(row.SchoolId, row.SchoolYear, row.Grade, row.Number)] = (row, 0);
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
        var rows = db.Classes.AsNoTracking().Where(row => row.SchoolYear == within.SchoolYear && (row.Until == null || row.Until > within.Today));
        if (within.Schools is { } own)
            rows = rows.Where(row => own.Contains(row.SchoolId));
        await foreach (var row in rows.OrderBy(row => row.SchoolId).ThenBy(row => row.Grade).ThenBy(row => row.Number).AsAsyncEnumerable().WithCancellation(ct))
        {
            var cells = new object?[Roll.Columns.Count];
            schools.Show(row.SchoolId, cells);
            Own.Show(row, cells);
            (cells[At.Year], cells[At.Number], cells[At.Since]) = (row.SchoolYear.ToString(CultureInfo.InvariantCulture), row.Number.ToString(CultureInfo.InvariantCulture), row.Since);
            cells[At.Grade] = GradeName(row.Grade);
            yield return cells;
        }
    }

    private void Take(RollRow row, List<RowChange> changes)
    {
        if (schools.Of(row) is not { } school || !row.IsGood)
            return;
        var grade = int.Parse(row.Text(At.Grade), CultureInfo.InvariantCulture); // a value of the code table
        var year = YearOf(row.Text(At.Year));
        if (year is null)
            row.Refuse("school_year", "RollYearUnclear", row.Text(At.Year));
        var number = ClassBook.NumberOf(row.Text(At.Number));
        if (number is null)
            row.Refuse("number", "RollClassNumber", row.Text(At.Number));
        if (!row.IsGood)
            return;
        var key = (School: school, Year: year!.Value, Grade: grade, Number: number!.Value);
        if (known.TryGetValue(key, out var stands))
        {
            TakeKnown(row, stands, changes);
            return;
        }
        var added = Own.Apply(new SchoolClass
        {
            SchoolId = school, SchoolYear = key.Year, Grade = grade, Number = key.Number, Name = GradeNames.Class(grade, key.Number), Since = row.Has(At.Since) ? row.Get<DateOnly>(At.Since) : Period.SchoolYear(key.Year).First,
        }, row);
        known[key] = (added, row.Number);
        changes.Add(new(null, added));
        row.Become(RowOutcome.Added);
    }

    private static void TakeKnown(RollRow row, (SchoolClass Row, int Line) stands, List<RowChange> changes)
    {
        if (stands.Line > 0)
        {
            row.Refuse("number", "CellRepeated", stands.Row.Name, stands.Line.ToString(CultureInfo.InvariantCulture));
            return;
        }
        var differs = Own.Differ(stands.Row, row);
        if (differs)
            changes.Add(new(stands.Row, Own.Apply(ImportDesk.Copy(stands.Row), row)));
        row.Become(differs ? RowOutcome.Changed : RowOutcome.Unchanged);
    }

    private static string GradeName(int grade) => RollBook.Codes["grade"].OfValue(grade.ToString(CultureInfo.InvariantCulture))?.Name ?? grade.ToString(CultureInfo.InvariantCulture);

    /// <summary>2026, 2026-2027, 2026—2027学年.</summary>
    private int? YearOf(string said) => said.Length == 0 ? scope.SchoolYear : said.Length >= 4 && int.TryParse(said.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;
}

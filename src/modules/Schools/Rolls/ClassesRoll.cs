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

    /// <summary>The classes that rows of the file have named, with the row that was first.</summary>
    private readonly Dictionary<ClassKey, int> named = [];
    private RollScope scope = null!; // set by BeginAsync, which comes first

    public RollSheet Sheet => Roll;

    public IReadOnlyList<Type> Rows { get; } = [typeof(SchoolClass)];

    public bool IsTakenWhole => false;

    public async Task BeginAsync(RollScope within, CancellationToken ct)
    {
        scope = within;
        await schools.ReadAsync(Roll, within, ct);
        named.Clear();
    }

    public async Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct)
    {
        var keyed = rows.Select(row => (Row: row, Key: KeyOf(row))).Where(one => one.Key is not null).Select(one => (one.Row, Key: one.Key!.Value)).ToList(); // not null
        var (within, years) = (keyed.Select(one => one.Key.School).Distinct().ToList(), keyed.Select(one => one.Key.Year).Distinct().ToList());
        var stand = await db.Classes.AsNoTracking().Where(row => within.Contains(row.SchoolId) && years.Contains(row.SchoolYear)).ToListAsync(ct);
        var known = stand.ToDictionary(row => new ClassKey(row.SchoolId, row.SchoolYear, row.Grade, row.Number));
        foreach (var (row, key) in keyed)
            Take(row, key, known, changes);
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

    /// <summary>What a row that can be taken names.</summary>
    private ClassKey? KeyOf(RollRow row)
    {
        if (schools.Of(row) is not { } school || !row.IsGood)
            return null;
        var grade = int.Parse(row.Text(At.Grade), CultureInfo.InvariantCulture); // a value of the code table
        var year = YearOf(row.Text(At.Year));
        if (year is null)
            row.Refuse("school_year", "RollYearUnclear", row.Text(At.Year));
        var number = ClassBook.NumberOf(row.Text(At.Number));
        if (number is null)
            row.Refuse("number", "RollClassNumber", row.Text(At.Number));
        return row.IsGood ? new(school, year!.Value, grade, number!.Value) : null; // both were found
    }

    private void Take(RollRow row, ClassKey key, Dictionary<ClassKey, SchoolClass> known, List<RowChange> changes)
    {
        if (!named.TryAdd(key, row.Number))
        {
            row.Refuse("number", "CellRepeated", GradeNames.Class(key.Grade, key.Number), named[key].ToString(CultureInfo.InvariantCulture));
            return;
        }
        if (!known.TryGetValue(key, out var stands))
        {
            var first = row.Has(At.Since) ? row.Get<DateOnly>(At.Since) : Period.SchoolYear(key.Year).First;
            changes.Add(new(null, Own.Apply(new SchoolClass { SchoolId = key.School, SchoolYear = key.Year, Grade = key.Grade, Number = key.Number, Name = GradeNames.Class(key.Grade, key.Number), Since = first }, row)));
            row.Become(RowOutcome.Added);
            return;
        }
        if (Own.Against(stands, row) is { } change)
            changes.Add(change);
    }

    private static string GradeName(int grade) => RollBook.Codes["grade"].OfValue(grade.ToString(CultureInfo.InvariantCulture))?.Name ?? grade.ToString(CultureInfo.InvariantCulture);

    /// <summary>2026, 2026-2027, 2026—2027学年.</summary>
    private int? YearOf(string said) => said.Length == 0 ? scope.SchoolYear : said.Length >= 4 && int.TryParse(said.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 1990 and < 2100 ? year : null;

    /// <summary>What a row is known by.</summary>
    private readonly record struct ClassKey(Guid School, int Year, int Grade, int Number);
}

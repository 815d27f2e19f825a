using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Doors;
using Shuren.Platform.Masks;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewPupils;

/// <summary>What of the roll is asked for.</summary>
/// <param name="School">Only this school.</param>
/// <param name="Class">Only this class.</param>
/// <param name="Grade">Only this grade.</param>
/// <param name="Words">The beginning of a name, the initials of its pinyin, or a whole ID or enrolment number.</param>
/// <param name="After">The cursor of the page before; null for the first.</param>
internal sealed record PupilFilter(Guid? School, Guid? Class, int? Grade, string Words, string? After);

/// <summary>A line of the roll: nothing in it is unmasked.</summary>
internal sealed record PupilLine(Guid Id, string Name, Sex Sex, DateOnly BornOn, string IdNumber, Guid SchoolId, string School, int Grade, string Class, EnrolmentStatus Status);

/// <summary>
/// A page of today's roll, found by key: the 200,000th page costs what the first costs. One query a page beside the units. Whole schools are listed by the order of ids,
/// names by name, a school's roll by class.
/// </summary>
internal sealed class FindPupils(SchoolsDb schools, SchoolScope scope, IUnitDirectory units) : IHandler
{
    /// <summary>So many on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page, and the cursor of the next; null on the last.</summary>
    public sealed record View(IReadOnlyList<PupilLine> Rows, string? Next, PupilFilter Filter);

    // Set by its properties: only so can a query look into it.
    private sealed class Row
    {
        public required Pupil Pupil { get; init; }
        public required Enrolment Enrolment { get; init; }
        public required string? ClassName { get; init; }
        public required int Number { get; init; }
    }

    public async Task<View> RunAsync(PupilFilter filter, int take, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.ViewPupils, ct);
        var open = schools.Enrolments.AsNoTracking().Where(row => row.Until == null);
        if (reached is not null)
            open = open.Where(row => reached.Contains(row.SchoolId));
        if (filter.School is { } school)
            open = open.Where(row => row.SchoolId == school);
        if (filter.Class is { } taught)
            open = open.Where(row => row.ClassId == taught);
        if (filter.Grade is { } grade)
            open = open.Where(row => row.Grade == grade);
        var after = Paging.Read(filter.After);
        var rows = filter switch
        {
            { Words.Length: > 0 } => await ByWordsAsync(open, filter.Words, after, take, ct),
            { School: not null } or { Class: not null } => await ByClassAsync(open, after, take, ct),
            _ => await ByIdAsync(open, after, take, ct),
        };
        var names = await units.FindAsync([.. rows.Select(row => row.Enrolment.SchoolId).Distinct()], ct);
        var shown = rows.Take(take).Select(row => new PupilLine(row.Pupil.Id, row.Pupil.Name, row.Pupil.Sex, row.Pupil.BornOn, Mask.Of(MaskKind.Code, row.Pupil.IdNumber),
            row.Enrolment.SchoolId, names.TryGetValue(row.Enrolment.SchoolId, out var unit) ? unit.ShortName : "", row.Enrolment.Grade, row.ClassName ?? "", row.Enrolment.Status));
        return new([.. shown], rows.Count > take ? CursorOf(rows[take - 1], filter) : null, filter);
    }

    /// <summary>Parts of the cursor of a list that is asked for so.</summary>
    public static int KeyParts(PupilFilter filter) => filter switch
    {
        { Words.Length: > 0 } => 2,
        { School: not null } or { Class: not null } => 4,
        _ => 1,
    };

    private static string CursorOf(Row last, PupilFilter filter) => filter switch
    {
        { Words.Length: > 0 } => Paging.Cursor(NameWords.IsLetters(filter.Words) ? last.Pupil.Initials : last.Pupil.Name, last.Pupil.Id.ToString()),
        { School: not null } or { Class: not null } => Paging.Cursor($"{last.Enrolment.Grade}", $"{last.Number}", last.Pupil.Name, last.Pupil.Id.ToString()),
        _ => Paging.Cursor(last.Pupil.Id.ToString()),
    };

    // The partial index over open rows is in this order.
    private async Task<List<Row>> ByIdAsync(IQueryable<Enrolment> open, IReadOnlyList<string>? after, int take, CancellationToken ct)
    {
        if (after is [var text] && Guid.TryParse(text, out var id))
            open = open.Where(row => row.PupilId > id);
        return await Rows(open.OrderBy(row => row.PupilId).Take(take + 1)).OrderBy(row => row.Pupil.Id).ToListAsync(ct);
    }

    // A school has some thousand rows at most: they are sorted as a school reads them.
    private async Task<List<Row>> ByClassAsync(IQueryable<Enrolment> open, IReadOnlyList<string>? after, int take, CancellationToken ct)
    {
        var rows = Rows(open);
        if (after is [var gradeText, var numberText, var name, var idText] && int.TryParse(gradeText, out var grade) && int.TryParse(numberText, out var number) && Guid.TryParse(idText, out var id))
        {
            rows = rows.Where(row => row.Enrolment.Grade > grade || row.Enrolment.Grade == grade && (row.Number > number || row.Number == number
                && (string.Compare(row.Pupil.Name, name) > 0 || row.Pupil.Name == name && row.Pupil.Id > id)));
        }
        return await rows.OrderBy(row => row.Enrolment.Grade).ThenBy(row => row.Number).ThenBy(row => row.Pupil.Name).ThenBy(row => row.Pupil.Id).Take(take + 1).ToListAsync(ct);
    }

    // A beginning is a range of the index.
    private async Task<List<Row>> ByWordsAsync(IQueryable<Enrolment> open, string words, IReadOnlyList<string>? after, int take, CancellationToken ct)
    {
        if (IsNumber(words))
            return await Rows(open).Where(row => row.Pupil.IdNumber == words || row.Pupil.PupilNumber == words).OrderBy(row => row.Pupil.Id).Take(take + 1).ToListAsync(ct);
        var end = NameWords.End(words);
        var (last, id) = after is [var text, var idText] && Guid.TryParse(idText, out var known) ? (text, known) : ("", Guid.Empty);
        if (NameWords.IsLetters(words))
        {
            return await Rows(open).Where(row => string.Compare(row.Pupil.Initials, words) >= 0 && string.Compare(row.Pupil.Initials, end) < 0)
                .Where(row => string.Compare(row.Pupil.Initials, last) > 0 || row.Pupil.Initials == last && row.Pupil.Id > id)
                .OrderBy(row => row.Pupil.Initials).ThenBy(row => row.Pupil.Id).Take(take + 1).ToListAsync(ct);
        }
        return await Rows(open).Where(row => string.Compare(row.Pupil.Name, words) >= 0 && string.Compare(row.Pupil.Name, end) < 0)
            .Where(row => string.Compare(row.Pupil.Name, last) > 0 || row.Pupil.Name == last && row.Pupil.Id > id)
            .OrderBy(row => row.Pupil.Name).ThenBy(row => row.Pupil.Id).Take(take + 1).ToListAsync(ct);
    }

    private IQueryable<Row> Rows(IQueryable<Enrolment> open) =>
        from row in open
        join pupil in schools.Pupils.AsNoTracking() on row.PupilId equals pupil.Id
        from taught in schools.Classes.AsNoTracking().Where(taught => taught.Id == row.ClassId).DefaultIfEmpty()
        select new Row { Pupil = pupil, Enrolment = row, ClassName = taught.Name, Number = taught == null ? 0 : taught.Number };

    private static bool IsNumber(string words) => words.Length >= 15 && words.All(char.IsAsciiLetterOrDigit);
}

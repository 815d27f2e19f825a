using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Doors;
using Shuren.Platform.Masks;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;

namespace Shuren.Schools.CheckRolls;

/// <summary>One finding as a list shows it.</summary>
/// <param name="Id">The finding.</param>
/// <param name="RowId">The row.</param>
/// <param name="Row">Its name.</param>
/// <param name="Detail">What tells it from others of the name: a masked number, a class.</param>
/// <param name="SchoolId">Where it stands.</param>
/// <param name="School">Name of the school.</param>
/// <param name="FoundOn">Since when it is found.</param>
/// <param name="IsNew">Whether the last check found it first.</param>
/// <param name="Allowance">By whom and until when it was accepted; null where it was not.</param>
internal sealed record FindingLine(Guid Id, Guid RowId, string Row, string Detail, Guid SchoolId, string School, DateOnly FoundOn, bool IsNew, RollAllowance? Allowance);

/// <summary>The rows that break a rule, page by page, masked; a school sees its own.</summary>
internal sealed class FindFindings(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>So many on a page.</summary>
    public const int PageSize = 50;

    /// <summary>A page, and the cursor of the next; null on the last.</summary>
    public sealed record View(RollRule Rule, IReadOnlyList<FindingLine> Rows, string? Next, UnitCard? School, bool MayAllow);

    /// <param name="rule">Id of the rule.</param>
    /// <param name="school">Only this school.</param>
    /// <param name="after">The cursor of the page before; null for the first.</param>
    /// <param name="take">How many.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null when there is no such rule for this actor.</returns>
    public async Task<View?> RunAsync(string rule, Guid? school, string? after, int take, CancellationToken ct)
    {
        if (RuleBook.Find(rule) is not { } found || !CheckedRows.MaySee(found, actor))
            return null;
        var reached = await scope.RunAsync(SchoolsRights.Edit, ct);
        var open = CheckedRows.Open(schools, reached).Where(finding => finding.Rule == rule && (school == null || finding.SchoolId == school));
        if (Paging.Read(after) is [var text] && Guid.TryParse(text, out var last))
            open = open.Where(finding => finding.Id > last);
        var rows = await open.OrderBy(finding => finding.Id).Take(take + 1).ToListAsync(ct);
        var shown = rows.Take(take).ToList();
        return new(found, await LinesAsync(found, shown, ct), rows.Count > take ? Paging.Cursor(shown[^1].Id.ToString()) : null,
            school is { } id && reached?.Contains(id) != false ? (await units.FindAsync([id], ct)).GetValueOrDefault(id) : null, await scope.RunAsync(SchoolsRights.Manage, ct) is null && actor.Can(SchoolsRights.Manage));
    }

    /// <summary>One finding that is at hand.</summary>
    /// <returns>Null where the actor may not see it.</returns>
    public async Task<FindingView?> OfAsync(RollFinding finding, CancellationToken ct) =>
        RuleBook.Find(finding.Rule) is { } rule && CheckedRows.MaySee(rule, actor) && (await scope.RunAsync(SchoolsRights.Edit, ct))?.Contains(finding.SchoolId) != false
            ? new(rule, (await LinesAsync(rule, [finding], ct))[0]) : null;

    private async Task<IReadOnlyList<FindingLine>> LinesAsync(RollRule rule, List<RollFinding> rows, CancellationToken ct)
    {
        var today = time.Today();
        var ids = rows.ConvertAll(finding => finding.RowId);
        var lastAt = await schools.Checks.OrderByDescending(check => check.Id).Select(check => (DateTime?)check.At).FirstOrDefaultAsync(ct);
        var names = await NamesAsync(rule.Roll, ids, ct);
        var places = await units.FindAsync([.. rows.Select(finding => finding.SchoolId).Distinct()], ct);
        var allowed = await schools.Allowances.AsNoTracking().Where(one => one.Rule == rule.Id && ids.Contains(one.RowId) && one.Since <= today && one.Until > today).ToListAsync(ct);
        return
        [
            .. rows.Select(finding => (finding, name: names.GetValueOrDefault(finding.RowId, ("", "")), school: places.TryGetValue(finding.SchoolId, out var unit) ? unit.ShortName : ""))
                .Select(one => new FindingLine(one.finding.Id, one.finding.RowId, rule.Roll == RuleRoll.Schools ? one.school : one.name.Item1, one.name.Item2, one.finding.SchoolId, one.school,
                    one.finding.FoundAt.ToLocalDay(time), one.finding.FoundAt >= lastAt, allowed.Find(allowance => allowance.RowId == one.finding.RowId))),
        ];
    }

    private async Task<Dictionary<Guid, (string, string)>> NamesAsync(RuleRoll roll, List<Guid> ids, CancellationToken ct) => roll switch
    {
        RuleRoll.Pupils => (await schools.Pupils.AsNoTracking().Where(pupil => ids.Contains(pupil.Id)).Select(pupil => new { pupil.Id, pupil.Name, pupil.IdNumber }).ToListAsync(ct))
            .ToDictionary(pupil => pupil.Id, pupil => (pupil.Name, Mask.Of(MaskKind.Code, pupil.IdNumber))),
        RuleRoll.Teachers => (await schools.Teachers.AsNoTracking().Where(teacher => ids.Contains(teacher.Id)).Select(teacher => new { teacher.Id, teacher.Name, teacher.StaffNumber }).ToListAsync(ct))
            .ToDictionary(teacher => teacher.Id, teacher => (teacher.Name, teacher.StaffNumber)),
        RuleRoll.Classes => (await schools.Classes.AsNoTracking().Where(taught => ids.Contains(taught.Id)).Select(taught => new { taught.Id, taught.Name, taught.SchoolYear }).ToListAsync(ct))
            .ToDictionary(taught => taught.Id, taught => (taught.Name, CheckText.SchoolYearOf.Filled(taught.SchoolYear, taught.SchoolYear + 1))),
        RuleRoll.Rooms => (await schools.Rooms.AsNoTracking().Where(room => ids.Contains(room.Id)).ToListAsync(ct)).ToDictionary(room => room.Id, room => (room.Code, room.Name.Length > 0 ? room.Name : SchoolWords.Of(room.Kind))),
        RuleRoll.Schools => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

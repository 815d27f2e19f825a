using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>What of the ledger is asked for.</summary>
/// <param name="School">Only this school's.</param>
/// <param name="Reason">Only this reason.</param>
/// <param name="Standing">Only those that stand so; null for the open ones and nothing else.</param>
/// <param name="Pressing">Only those that are before the section.</param>
internal sealed record DropOutFilter(Guid? School, DropOutReason? Reason, DropOutStanding? Standing, bool Pressing);

/// <summary>A line of the ledger: the name is masked.</summary>
internal sealed record DropOutLine(DropOutCase Case, string Name, string School, int? Grade, Lamp Lamp, DropOutPressure? Pressure);

/// <summary>A child whom the roll has as staying away and nobody has entered; an import wrote that.</summary>
internal sealed record NotEntered(Guid Pupil, string Name, string School, int Grade, DateOnly Since);

/// <summary>A school's open entries by reason.</summary>
internal sealed record DropOutsOfSchool(Guid School, string Name, IReadOnlyDictionary<DropOutReason, int> ByReason)
{
    public int Open => ByReason.Values.Sum();
}

/// <summary>The ledger in the actor's scope: its lines, and how many are open by school and reason.</summary>
internal sealed class FindDropOuts(SchoolsDb schools, SchoolScope scope, DropOutList list, IUnitDirectory units, IWorkingDays workingDays, TimeProvider time) : IHandler
{
    /// <summary>What is shown.</summary>
    /// <param name="Lines">By the filter, the earliest first.</param>
    /// <param name="Schools">Open entries by school and reason, whatever the filter.</param>
    /// <param name="NotEntered">On the roll as staying away, and not in the ledger.</param>
    /// <param name="Returned">Entries of this school year that ended with a return.</param>
    /// <param name="Late">Open entries whose visit is late.</param>
    /// <param name="Pressing">Open entries that are before the section.</param>
    public sealed record View(IReadOnlyList<DropOutLine> Lines, IReadOnlyList<DropOutsOfSchool> Schools, IReadOnlyList<NotEntered> NotEntered, int Returned, int Late, int Pressing);

    public async Task<View> RunAsync(DropOutFilter filter, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.KeepDropOuts, ct);
        var (today, calendar) = (time.Today(), await workingDays.CalendarAsync(ct));
        var cases = await list.RunAsync(reached is null ? schools.DropOuts : schools.DropOuts.Where(entry => reached.Contains(entry.SchoolId)), ct);
        var names = await units.FindAsync([.. cases.Select(one => one.Entry.SchoolId).Distinct()], ct);
        var open = cases.Where(one => one.Standing == DropOutStanding.Open).ToList();
        var pressures = open.ToDictionary(one => one.Entry.Id, one => one.PressureOn(today, calendar, Day));
        var shown = cases.Where(one => one.Standing == (filter.Standing ?? DropOutStanding.Open) && (filter.School is not { } school || one.Entry.SchoolId == school)
            && (filter.Reason is not { } reason || one.Entry.Reason == reason) && (!filter.Pressing || pressures.GetValueOrDefault(one.Entry.Id) is not null)).ToList();
        var ids = shown.Select(one => one.Entry.PupilId).Distinct().ToArray();
        var pupils = await schools.Pupils.AsNoTracking().Where(pupil => ids.Contains(pupil.Id)).Select(pupil => new { pupil.Id, pupil.Name }).ToDictionaryAsync(pupil => pupil.Id, pupil => pupil.Name, ct);
        var grades = await schools.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PupilId) && row.Until == null).ToDictionaryAsync(row => row.PupilId, row => row.Grade, ct);
        var firstDay = Period.SchoolYear(Period.SchoolYearOf(today)).First;
        return new(
            [.. shown.Select(one => new DropOutLine(one, DropOutWords.Masked(pupils[one.Entry.PupilId]), Name(one.Entry.SchoolId), grades.TryGetValue(one.Entry.PupilId, out var grade) ? grade : null,
                Lamps.Of(one.DueOn, one.Standing != DropOutStanding.Open, today, calendar), pressures.GetValueOrDefault(one.Entry.Id)))],
            [.. open.GroupBy(one => one.Entry.SchoolId).OrderBy(school => names.GetValueOrDefault(school.Key)?.Order).ThenBy(school => school.Key)
                .Select(school => new DropOutsOfSchool(school.Key, Name(school.Key), school.CountBy(one => one.Entry.Reason).ToDictionary()))],
            await NotEnteredAsync(reached, open, ct), cases.Count(one => one.Returned >= firstDay), open.Count(one => one.DueOn < today), pressures.Values.Count(pressure => pressure is not null));

        string Name(Guid school) => names.GetValueOrDefault(school)?.ShortName ?? "";
    }

    private DateOnly Day(DateTime moment) => moment.ToLocalDay(time);

    private async Task<IReadOnlyList<NotEntered>> NotEnteredAsync(IReadOnlySet<Guid>? reached, List<DropOutCase> open, CancellationToken ct)
    {
        var entered = open.Select(one => one.Entry.PupilId).ToHashSet();
        var away = schools.Enrolments.AsNoTracking().Where(row => row.Until == null && row.Status == EnrolmentStatus.DroppedOut && ((row.Grade >= 11 && row.Grade <= 24) || row.Grade >= 51));
        if (reached is not null)
            away = away.Where(row => reached.Contains(row.SchoolId));
        var rows = (await away.Join(schools.Pupils, row => row.PupilId, pupil => pupil.Id, (row, pupil) => new { row, pupil.Name }).OrderBy(one => one.row.Since).ToListAsync(ct)).Where(one => !entered.Contains(one.row.PupilId)).ToList();
        var names = await units.FindAsync([.. rows.Select(one => one.row.SchoolId).Distinct()], ct);
        return [.. rows.Select(one => new NotEntered(one.row.PupilId, DropOutWords.Masked(one.Name), names.GetValueOrDefault(one.row.SchoolId)?.ShortName ?? "", one.row.Grade, one.row.Since))];
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>
/// What the ledger gives people to do: a school to visit before the day is over and to say why a child stays away; the section that looks after it, what schools cannot solve alone.
/// Names are masked here too.
/// </summary>
internal sealed class DropOutTodos(SchoolsDb schools, DropOutList list, IUnitDirectory units, IWorkingDays workingDays, TimeProvider time) : ITodoSource
{
    // The section is known by what it answers for; where none says it, every section of the bureau sees what is before it.
    private static readonly string[] Duties = ["控辍", "学籍", "义务教育", "基础教育"];

    public string? SeenWith => SchoolsRights.KeepDropOuts;

    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Can(SchoolsRights.KeepDropOuts))
            return [];
        var own = actor.Units.Where(unit => actor.CanFor(SchoolsRights.KeepDropOuts, unit)).ToArray();
        var isSection = await IsSectionAsync(own, ct);
        var entries = isSection ? schools.DropOuts : schools.DropOuts.Where(entry => own.Contains(entry.SchoolId));
        var cases = (await list.RunAsync(entries, ct)).Where(one => one.Standing == DropOutStanding.Open).ToList();
        if (cases.Count == 0)
            return [];
        var calendar = await workingDays.CalendarAsync(ct);
        var ids = cases.Select(one => one.Entry.PupilId).Distinct().ToArray();
        var pupils = await schools.Pupils.AsNoTracking().Where(pupil => ids.Contains(pupil.Id)).Select(pupil => new { pupil.Id, pupil.Name }).ToDictionaryAsync(pupil => pupil.Id, pupil => DropOutWords.Masked(pupil.Name), ct);
        var names = await units.FindAsync([.. cases.Select(one => one.Entry.SchoolId).Distinct()], ct);
        return [.. cases.SelectMany(one => own.Contains(one.Entry.SchoolId) ? OfSchool(one) : OfSection(one))];

        IEnumerable<Todo> OfSchool(DropOutCase one)
        {
            if (one.Entry.IsIncomplete)
                yield return Of(one, DropOutText.TodoComplete.Filled(pupils[one.Entry.PupilId]), DropOutText.TodoCompleteWhy, one.Entry.FirstVisitBy, DropOutText.TodoCompleteAct);
            if (Lamps.Of(one.DueOn, false, today, calendar) is Lamp.Amber or Lamp.Red)
                yield return Of(one, DropOutText.TodoVisit.Filled(pupils[one.Entry.PupilId], one.Visits.Count + 1), DropOutText.TodoVisitWhy.Filled(Ui.Wording.FullDay(one.Entry.Since)), one.DueOn, DropOutText.TodoVisitAct);
        }

        IEnumerable<Todo> OfSection(DropOutCase one)
        {
            if (isSection && one.PressureOn(today, calendar, Day) is { } pressure)
                yield return Of(one, DropOutText.TodoSection.Filled(names.GetValueOrDefault(one.Entry.SchoolId)?.ShortName, pupils[one.Entry.PupilId]), DropOutWords.Of(pressure), one.DueOn, DropOutText.TodoSectionAct);
        }

        static Todo Of(DropOutCase one, string title, string why, DateOnly? due, string act) => new(title, why, due, SchoolsText.Schools, act, DropOutLinks.DropOut(one.Entry.Id), SchoolsRefs.DropOut(one.Entry.Id));
    }

    private DateOnly Day(DateTime moment) => moment.ToLocalDay(time);

    private async Task<bool> IsSectionAsync(Guid[] own, CancellationToken ct)
    {
        var sections = (await units.AllAsync(ct)).Where(unit => unit.Kind == UnitKind.Section).ToList();
        var named = sections.Where(unit => Duties.Any(duty => unit.Name.Contains(duty, StringComparison.Ordinal) || unit.Duties.Any(phrase => phrase.Contains(duty, StringComparison.Ordinal)))).ToList();
        return (named.Count > 0 ? named : sections).Exists(unit => own.Contains(unit.Id));
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>
/// Enters a pupil at a school. Who stands on another roll is not entered a second time but transferred; who was on a roll before goes on under the same pupil,
/// so that the whole path can be seen.
/// </summary>
internal sealed class AddPupil(SchoolsDb schools, SchoolScope reach, IUnitDirectory units, Process process, TimeProvider time) : IHandler
{
    /// <param name="school">Where.</param>
    /// <param name="who">Who.</param>
    /// <param name="where">Class or grade.</param>
    /// <param name="guardian">The first guardian; null for none yet.</param>
    /// <param name="since">The first day; null for today.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The pupil's id, or <c>NotYours</c>, <c>PupilOnRoll</c>, <c>PupilNumberTaken</c>, <c>PupilTwin</c>, <c>PupilSince</c>, <c>GuardianNameForm</c> and what <see cref="PupilRules"/> says.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid school, PupilDraft who, PlaceDraft where, GuardianDraft? guardian, DateOnly? since, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } within && !within.Contains(school))
            return new Refusal("NotYours");
        var today = time.Today();
        var (rules, draft, year) = (new PupilRules(schools, today), who.Clean(), Period.SchoolYearOf(today));
        var wrong = rules.RefusalsOf(draft);
        var (place, misplaced) = await rules.PlaceAsync(where, school, year, null, ct);
        wrong.AddRange(misplaced);
        if (guardian is { Name: var name } && name.Trim().Length is < 1 or > 60)
            wrong.Add(new("GuardianNameForm", "guardianName"));
        var known = await rules.OtherAsync(draft, Guid.Empty, ct);
        if (known is null && !draft.IsSure && await rules.HasTwinAsync(draft, Guid.Empty, ct))
            wrong.Add(new("PupilTwin", "name", draft.Name));
        var (first, earliest) = (since ?? today, Period.SchoolYear(year).First);
        if (known is not null)
            (wrong, earliest) = await OfKnownAsync(known, draft, wrong, earliest, ct);
        if (first > today || first < earliest)
            wrong.Add(new("PupilSince", "since", earliest, today));
        if (wrong.Count > 0)
            return wrong;
        var pupil = known ?? draft.Into(new Pupil { Name = draft.Name, Initials = "", Sex = draft.Sex, BornOn = draft.BornOn });
        process.Begin("schools.add-pupil", SchoolsRefs.Pupil(pupil.Id));
        if (known is null)
            schools.Pupils.Add(pupil);
        else
            schools.Touch(known);
        schools.Enrolments.Add(place.Into(new Enrolment
        {
            PupilId = pupil.Id, SchoolId = school, ClassId = place.Class, SchoolYear = year, Grade = place.Grade, Since = first, Began = known is null ? EnrolmentStart.Admitted : EnrolmentStart.TransferredIn,
        }));
        if (guardian is not null)
            schools.Guardians.Add((guardian with { IsMain = known is null || guardian.IsMain }).Into(new Guardian { PupilId = pupil.Id, Name = "", Relation = guardian.Relation }));
        await schools.SaveAsync(ct);
        return pupil.Id;
    }

    // Somebody with that number stands in the district: on a roll, or gone from it.
    private async Task<(List<Refusal>, DateOnly)> OfKnownAsync(Pupil known, PupilDraft draft, List<Refusal> wrong, DateOnly earliest, CancellationToken ct)
    {
        var rows = await schools.Enrolments.AsNoTracking().Where(row => row.PupilId == known.Id).ToListAsync(ct);
        if (rows.Find(row => row.Until is null) is { } open)
            return ([.. wrong, new("PupilOnRoll", "idNumber", (await units.FindAsync([open.SchoolId], ct)).GetValueOrDefault(open.SchoolId)?.Name ?? "")], earliest);
        if (known.Name != draft.Name)
            return ([.. wrong, new("PupilNumberTaken", "idNumber")], earliest);
        var last = rows.Max(row => row.Until) ?? earliest;
        return (wrong, last > earliest ? last : earliest);
    }
}

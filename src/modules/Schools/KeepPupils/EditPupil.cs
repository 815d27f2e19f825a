using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>Mends who a pupil is: a name, a number, a date of birth that was typed wrong. It always was so; the audit keeps what stood.</summary>
internal sealed class EditPupil(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="id">The pupil.</param>
    /// <param name="who">As it is to be; what is masked and null stays.</param>
    /// <param name="seen">The version that was before the eyes; null does not ask.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>PupilUnknown</c>, <c>EditedMeanwhile</c>, <c>PupilNumberTaken</c> and what <see cref="PupilRules"/> says.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, PupilDraft who, long? seen, CancellationToken ct)
    {
        var within = await reach.RunAsync(SchoolsRights.Edit, ct);
        if (await schools.Pupils.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } pupil || (within is not null && !await schools.Enrolments.AnyAsync(row => row.PupilId == id && row.Until == null && within.Contains(row.SchoolId), ct)))
            return new Refusal("PupilUnknown");
        if (seen is { } version && version != pupil.Version)
            return new Refusal("EditedMeanwhile");
        var rules = new PupilRules(schools, time.Today());
        var draft = who.Clean();
        // What stands is held against what is new: a date of birth against the number that nobody typed.
        var wrong = rules.RefusalsOf(draft with { IdNumber = draft.IdNumber ?? pupil.IdNumber, PupilNumber = draft.PupilNumber == pupil.PupilNumber ? null : draft.PupilNumber });
        if (await rules.OtherAsync(draft with { IdNumber = draft.IdNumber == pupil.IdNumber ? null : draft.IdNumber, PupilNumber = draft.PupilNumber == pupil.PupilNumber ? null : draft.PupilNumber }, id, ct) is not null)
            wrong.Add(new("PupilNumberTaken", "idNumber"));
        if (wrong.Count > 0)
            return wrong;
        process.Begin("schools.edit-pupil", SchoolsRefs.Pupil(id));
        draft.Into(pupil);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>
/// Changes where a pupil learns or how that is counted. From a day: the row ends there and the next begins, and the day before still says what was.
/// Without a day it is a mistake that is mended: it was so from the first day of the row.
/// </summary>
internal sealed class ChangePlace(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="id">The pupil.</param>
    /// <param name="where">As it is to be.</param>
    /// <param name="from">The first day; null mends a mistake.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>PupilUnknown</c>, <c>MoveNotOnRoll</c>, <c>PlaceDay</c> and what <see cref="PupilRules"/> says.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, PlaceDraft where, DateOnly? from, CancellationToken ct)
    {
        if (await schools.Enrolments.AsNoTracking().FirstOrDefaultAsync(row => row.PupilId == id && row.Until == null, ct) is not { } open)
            return new Refusal("MoveNotOnRoll");
        if ((await reach.RunAsync(SchoolsRights.Edit, ct))?.Contains(open.SchoolId) == false)
            return new Refusal("PupilUnknown");
        var today = time.Today();
        var (place, wrong) = await new PupilRules(schools, today).PlaceAsync(where, open.SchoolId, open.SchoolYear, open.ClassId, ct);
        if (from is { } day && (day <= open.Since || day > today))
            wrong.Add(new("PlaceDay", "from", open.Since.AddDays(1), today));
        if (wrong.Count > 0)
            return wrong;
        if (place.Is(open))
            return new Done();
        process.Begin(from is null ? "schools.mend-place" : "schools.change-place", SchoolsRefs.Pupil(id));
        // Who changes the same child at the same moment is told: the pupil's version counts up.
        schools.Touch(await schools.Pupils.AsTracking().FirstAsync(row => row.Id == id, ct));
        if (from is { } on)
        {
            schools.UpdateSet(schools.Enrolments.Where(row => row.Id == open.Id && row.Until == null), set => set.SetProperty(row => row.Until, (DateOnly?)on).SetProperty(row => row.Ended, (EnrolmentEnd?)EnrolmentEnd.Changed));
            schools.InsertSet([place.Into(open.Next(open.SchoolId, place.Class, open.SchoolYear, place.Grade, on, EnrolmentStart.Changed))]);
        }
        else
        {
            var permit = place.HasPermit && place.Residence == ResidenceClass.Migrant;
            schools.UpdateSet(schools.Enrolments.Where(row => row.Id == open.Id && row.Until == null), set => set.SetProperty(row => row.ClassId, place.Class).SetProperty(row => row.Grade, place.Grade)
                .SetProperty(row => row.Residence, place.Residence).SetProperty(row => row.HasPermit, permit).SetProperty(row => row.IsBoarder, place.IsBoarder).SetProperty(row => row.RidesBus, place.RidesBus)
                .SetProperty(row => row.IsPurchasedPlace, place.IsPurchasedPlace).SetProperty(row => row.Entry, place.Entry));
        }
        await schools.SaveAsync(ct);
        return new Done();
    }
}

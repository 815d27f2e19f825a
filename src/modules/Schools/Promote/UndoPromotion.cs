using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.Promote;

/// <summary>
/// Takes the last promotion back: its rows go, those that it ended are open again. Refused once anything was built on it - somebody moved, left or
/// was admitted into one of its classes - since a child could be lost.
/// </summary>
internal sealed class UndoPromotion(SchoolsDb schools, SchoolScope reach, Process process) : IHandler
{
    /// <returns>Done, or the refusals <c>PromotionNotYours</c>, <c>PromotionNoneToUndo</c>, <c>PromotionBuiltOn</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Manage, ct) is not null)
            return new Refusal("PromotionNotYours");
        if (await schools.Promotions.FirstOrDefaultAsync(row => row.Id == id, ct) is not { UndoneAt: null } promotion)
            return new Refusal("PromotionNoneToUndo");
        var (begun, ended) = (Begun(promotion), Ended(promotion));
        var made = schools.Classes.Where(taught => taught.SchoolYear == promotion.On.Year && taught.CameFromId != null);
        if (await IsBuiltOnAsync(promotion, begun, ended, made, ct))
            return new Refusal("PromotionBuiltOn");
        process.Begin("schools.undo-promotion");
        promotion.Undo(process.At);
        schools.DeleteSet(begun);
        schools.DeleteSet(made);
        schools.UpdateSet(ended, set => set.SetProperty(row => row.Until, (DateOnly?)null).SetProperty(row => row.Ended, (EnrolmentEnd?)null));
        schools.UpdateSet(schools.Classes.Where(taught => taught.SchoolYear == promotion.FromYear && taught.Until == promotion.On), set => set.SetProperty(taught => taught.Until, (DateOnly?)null));
        await schools.SaveAsync(ct);
        return new Done();
    }

    private async Task<bool> IsBuiltOnAsync(Promotion promotion, IQueryable<Enrolment> begun, IQueryable<Enrolment> ended, IQueryable<SchoolClass> made, CancellationToken ct) =>
        await begun.CountAsync(ct) != promotion.Promoted + promotion.Carried || await ended.CountAsync(ct) != promotion.Promoted + promotion.Graduated + promotion.Carried
        || await schools.Enrolments.AnyAsync(row => row.Until == null && ended.Any(old => old.PupilId == row.PupilId) && !begun.Any(next => next.Id == row.Id), ct)
        || await schools.Enrolments.AnyAsync(row => made.Any(taught => taught.Id == row.ClassId) && !begun.Any(next => next.Id == row.Id), ct)
        || await schools.Classes.AnyAsync(taught => made.Any(from => from.Id == taught.CameFromId), ct);

    private IQueryable<Enrolment> Begun(Promotion promotion) => schools.Enrolments.Where(row => row.Since == promotion.On && row.SchoolYear == promotion.On.Year && row.Until == null
        && (row.Began == EnrolmentStart.Promoted || (row.Began == EnrolmentStart.Changed && row.Status != EnrolmentStatus.Attending)));

    // Who leaves primary school is handed over: that ended on the same day and is none of the promotion's.
    private IQueryable<Enrolment> Ended(Promotion promotion) => schools.Enrolments.Where(row => row.SchoolYear == promotion.FromYear && row.Until == promotion.On
        && (row.Ended == EnrolmentEnd.Promoted || (row.Ended == EnrolmentEnd.Graduated && row.Grade / 10 != 1) || (row.Ended == EnrolmentEnd.Changed && row.Status != EnrolmentStatus.Attending)));
}

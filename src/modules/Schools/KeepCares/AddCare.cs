using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;
using Shuren.Schools.ViewPupils;

namespace Shuren.Schools.KeepCares;

/// <summary>Why a child needs care, as it is to be entered.</summary>
/// <param name="Kind">关爱类别.</param>
/// <param name="Detail">Kind and degree of a disability, or of poverty.</param>
/// <param name="IsTaughtAtHome">送教上门.</param>
internal sealed record CareDraft(CareKind Kind, string Detail, bool IsTaughtAtHome);

/// <summary>
/// Enters why a child needs care. Whoever enters need not see what stands; that the same kind stands already is told, for it was just typed.
/// A change of its words ends the row and begins the next.
/// </summary>
internal sealed class AddCare(SchoolsDb schools, ReadPupil read, Process process, TimeProvider time, Actor actor) : IHandler
{
    private const int MostDetail = 200;

    /// <returns>Its id, or <c>PupilUnknown</c>, <c>CareThere</c>, <c>CareDetail</c>, <c>CareAtHome</c>, <c>CareSince</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid pupil, CareDraft draft, DateOnly? since, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.KeepCare) || await read.PupilInReachAsync(SchoolsRights.KeepCare, pupil, ct) is not { } child)
            return new Refusal("PupilUnknown");
        var (wrong, today) = (new List<Refusal>(), time.Today());
        var first = since ?? today;
        if (await schools.Cares.AnyAsync(care => care.PupilId == pupil && care.Kind == draft.Kind && (care.Until == null || care.Until > first), ct))
            wrong.Add(new("CareThere", "kind"));
        if (draft.Detail.Trim().Length > MostDetail)
            wrong.Add(new("CareDetail", "detail", MostDetail));
        if (draft.IsTaughtAtHome && draft.Kind != CareKind.Disability)
            wrong.Add(new("CareAtHome", "isTaughtAtHome"));
        if (first > today || first < child.BornOn)
            wrong.Add(new("CareSince", "since", child.BornOn, today));
        if (wrong.Count > 0)
            return wrong;
        var care = new PupilCare { PupilId = pupil, Kind = draft.Kind, Detail = draft.Detail.Trim(), IsTaughtAtHome = draft.IsTaughtAtHome, Since = first };
        process.Begin("schools.add-care", SchoolsRefs.Care(pupil));
        schools.Touch(await schools.Pupils.AsTracking().FirstAsync(row => row.Id == pupil, ct));
        schools.Cares.Add(care);
        await schools.SaveAsync(ct);
        return care.Id;
    }
}

/// <summary>Ends a care from a day on, or takes one back that was entered by mistake: then it never held.</summary>
internal sealed class EndCare(SchoolsDb schools, ReadPupil read, Process process, TimeProvider time, Actor actor) : IHandler
{
    /// <param name="pupil">The child.</param>
    /// <param name="id">The care.</param>
    /// <param name="on">The first day on which it no longer holds; null where it was a mistake.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>PupilUnknown</c>, <c>CareUnknown</c>, <c>CareEnded</c>, <c>CareEndDay</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid pupil, Guid id, DateOnly? on, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.KeepCare) || await read.PupilInReachAsync(SchoolsRights.KeepCare, pupil, ct) is null)
            return new Refusal("PupilUnknown");
        if (await schools.Cares.AsTracking().FirstOrDefaultAsync(row => row.Id == id && row.PupilId == pupil, ct) is not { } care)
            return new Refusal("CareUnknown");
        if (on is not null && care.Until is not null)
            return new Refusal("CareEnded");
        if (on is { } day && (day <= care.Since || day > time.Today()))
            return new Refusal("CareEndDay", "on", care.Since.AddDays(1), time.Today());
        process.Begin(on is null ? "schools.remove-care" : "schools.end-care", SchoolsRefs.Care(pupil));
        schools.Touch(await schools.Pupils.AsTracking().FirstAsync(row => row.Id == pupil, ct));
        if (on is null)
            schools.Cares.Remove(care);
        else
            care.Until = on;
        await schools.SaveAsync(ct);
        return new Done();
    }
}

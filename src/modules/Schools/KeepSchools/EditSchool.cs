using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepSchools;

/// <summary>Mends what stands of a school without days: codes, address, place. The audit keeps what stood.</summary>
internal sealed class EditSchool(SchoolsDb schools, SchoolScope reach, IUnitDirectory units, Process process, TimeProvider time) : IHandler
{
    /// <param name="id">The school.</param>
    /// <param name="draft">As it is to be.</param>
    /// <param name="seen">The version that was before the eyes; null does not ask.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>SchoolUnknown</c>, <c>EditedMeanwhile</c>, <c>SchoolCodeTaken</c> and what <see cref="SchoolDraft.Refusals"/> says.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, SchoolDraft draft, long? seen, CancellationToken ct)
    {
        if ((await reach.RunAsync(SchoolsRights.Manage, ct))?.Contains(id) == false || await schools.Schools.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } school)
            return new Refusal("SchoolUnknown");
        if (seen is { } version && version != school.Version)
            return new Refusal("EditedMeanwhile");
        var wish = draft.Clean();
        var wrong = wish.Refusals(time.Today(), school.ClosedOn);
        if (wish.Code.Length > 0 && await schools.Schools.AsNoTracking().FirstOrDefaultAsync(row => row.Id != id && row.Code == wish.Code, ct) is { } twin)
            wrong.Add(new("SchoolCodeTaken", "code", (await units.FindAsync([twin.Id], ct)).GetValueOrDefault(twin.Id)?.Name ?? ""));
        if (wrong.Count > 0)
            return wrong;
        process.Begin("schools.edit-school", SchoolsRefs.School(id));
        wish.Into(school);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>
/// Changes what a school is. From a day: the span ends and the next begins, so a past day says what it was then; its stages follow the kind.
/// Without a day a mistake is mended: it was so since the span began.
/// </summary>
internal sealed class ChangeSchool(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="id">The school.</param>
    /// <param name="draft">What it is to be.</param>
    /// <param name="from">The first day; null mends a mistake.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>SchoolUnknown</c>, <c>SchoolSpanDay</c>, <c>SchoolStageHasPupils</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, SpanDraft draft, DateOnly? from, CancellationToken ct)
    {
        if ((await reach.RunAsync(SchoolsRights.Manage, ct))?.Contains(id) == false || await schools.Schools.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } school)
            return new Refusal("SchoolUnknown");
        var today = time.Today();
        var open = await schools.SchoolSpans.AsTracking().Where(span => span.SchoolId == id && span.Until == null).OrderByDescending(span => span.Since).FirstOrDefaultAsync(ct);
        if (from is { } day && (day > today || day < school.OpenedOn || day <= open?.Since))
            return new Refusal("SchoolSpanDay", "from", open?.Since.AddDays(1) ?? school.OpenedOn, today);
        if (open is not null && draft.Is(open))
            return new Done();
        var since = from ?? open?.Since ?? school.OpenedOn;
        if (await StagesAsync(id, draft, since, ct) is { } wrong)
            return wrong;
        process.Begin(from is null ? "schools.mend-school" : "schools.change-school", SchoolsRefs.School(id));
        // Who changes the same school at the same moment is told: its version counts up.
        schools.Touch(school);
        if (open is not null && from is null)
            draft.Into(open);
        else
        {
            open?.Until = from;
            schools.SchoolSpans.Add(new() { SchoolId = id, Since = since, Kind = draft.Kind, Ownership = draft.Ownership, Locality = draft.Locality, IsBoarding = draft.IsBoarding });
        }
        await schools.SaveAsync(ct);
        return new Done();
    }

    // The stages of the kind: what is missing begins, what is too much ends. Special schools choose their stages themselves.
    private async Task<Refusal?> StagesAsync(Guid id, SpanDraft draft, DateOnly since, CancellationToken ct)
    {
        var wanted = Grades.StagesOf(draft.Kind);
        var parts = await schools.SchoolParts.AsTracking().Where(part => part.SchoolId == id && part.Until == null).ToListAsync(ct);
        foreach (var part in parts.Where(part => !wanted.Contains(part.Stage) && draft.Kind != Contracts.Schools.SchoolKind.Special))
        {
            var (low, high) = ((int)part.Stage * 10, (int)part.Stage * 10 + 9);
            if (await schools.Enrolments.CountAsync(row => row.SchoolId == id && row.Until == null && row.Grade >= low && row.Grade <= high, ct) is var left and > 0)
                return new("SchoolStageHasPupils", "kind", SchoolWords.Of(part.Stage), left);
            part.Until = since > part.Since ? since : part.Since;
        }
        schools.SchoolParts.AddRange(wanted.Where(stage => parts.TrueForAll(part => part.Stage != stage)).Select(stage => new SchoolPart { SchoolId = id, Stage = stage, Since = since }));
        return null;
    }
}

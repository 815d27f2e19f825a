using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Brings an entry before the bureau's section (上报): the school cannot bring the child back alone.</summary>
internal sealed class EscalateDropOut(SchoolsDb schools, SchoolScope reach, DropOutList list, Process process) : IHandler
{
    /// <returns>Done, or the refusals <c>DropOutNotFound</c>, <c>NotYours</c>, <c>DropOutEnded</c>, <c>EscalatedAlready</c>, <c>EscalationWhyMissing</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, string why, CancellationToken ct)
    {
        if (await schools.DropOuts.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } entry)
            return new Refusal("DropOutNotFound");
        if (await reach.RunAsync(SchoolsRights.KeepDropOuts, ct) is { } reached && !reached.Contains(entry.SchoolId))
            return new Refusal("NotYours");
        if (await list.FindAsync(id, ct) is not { Standing: DropOutStanding.Open } now)
            return new Refusal("DropOutEnded");
        if (now.Escalations.Any(escalation => escalation.AnsweredAt is null))
            return new Refusal("EscalatedAlready");
        if (why.Trim() is not { Length: >= 2 and <= 400 } said)
            return new Refusal("EscalationWhyMissing", "why");
        process.Begin("schools.escalate-drop-out", SchoolsRefs.DropOut(id));
        schools.Touch(entry);
        schools.DropOutEscalations.Add(new() { DropOutId = id, Why = said, By = process.Actor.Name, At = process.At });
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>The section's word on an entry that is before it: what it arranges with town, justice or welfare. Only the bureau speaks here, not the school that answers for the child.</summary>
internal sealed class AnswerEscalation(SchoolsDb schools, SchoolScope reach, DropOutList list, Process process) : IHandler
{
    /// <returns>Done, or the refusals <c>NotYours</c>, <c>DropOutNotFound</c>, <c>DropOutEnded</c>, <c>EscalationMeasureMissing</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, string measure, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.KeepDropOuts, ct) is not null)
            return new Refusal("NotYours");
        if (await schools.DropOuts.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } entry)
            return new Refusal("DropOutNotFound");
        if (await list.FindAsync(id, ct) is not { Standing: DropOutStanding.Open })
            return new Refusal("DropOutEnded");
        if (measure.Trim() is not { Length: >= 2 and <= 400 } said)
            return new Refusal("EscalationMeasureMissing", "why");
        process.Begin("schools.answer-escalation", SchoolsRefs.DropOut(id));
        schools.Touch(entry);
        var open = await schools.DropOutEscalations.AsTracking().FirstOrDefaultAsync(row => row.DropOutId == id && row.AnsweredAt == null, ct);
        if (open is null)
        {
            open = new() { DropOutId = id, By = process.Actor.Name, At = process.At };
            schools.DropOutEscalations.Add(open);
        }
        open.Answer(said, process.Actor.Name, process.At);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Schools.HandOverPupils;

/// <summary>Declares a hand-over finished (办结). Refused while any child is open, whoever says so.</summary>
internal sealed class CloseHandOver(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, HandOverList list, Process process) : IHandler
{
    /// <returns>Done, or the refusals <c>HandOverNotFound</c>, <c>NotYours</c>, <c>HandOverStillOpen</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(handOver.SchoolId))
            return new Refusal("NotYours");
        if (HandOverCounts.Of((await list.RunAsync([id], ct))[id]) is { Open: > 0 } counts)
            return new Refusal("HandOverStillOpen", "", counts.Open);
        process.Begin("schools.close-hand-over", SchoolsRefs.HandOver(id));
        schools.HandOverClosures.Add(new() { HandOverId = id, By = process.Actor.Name, At = process.At });
        await schools.SaveAsync(ct);
        return new Done();
    }
}

using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>Hands children over (送): from now on they stand on the receiving school's list.</summary>
internal sealed class SendChildren(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, Process process) : IHandler
{
    /// <returns>How many, or the refusals <c>HandOverNotFound</c>, <c>NotYours</c>, <c>HandOverNobody</c>, <c>HandOverNoReceiver</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, IReadOnlyCollection<Guid> pupils, CancellationToken ct)
    {
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(handOver.SchoolId))
            return new Refusal("NotYours");
        var children = await desk.ChooseAsync(handOver, pupils, child => child.State == HandOverState.Listed, ct);
        if (children.Count == 0)
            return new Refusal("HandOverNobody", "pupils");
        if (children.Count(child => child.ReceiverIn(handOver) is null) is > 0 and var nowhere)
            return new Refusal("HandOverNoReceiver", "receiver", nowhere);
        process.Begin("schools.send-children", SchoolsRefs.HandOver(id));
        foreach (var child in children)
            desk.Say(child, HandOverWordKind.Sent, child.ReceiverIn(handOver));
        await schools.SaveAsync(ct);
        return children.Count;
    }
}

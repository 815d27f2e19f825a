using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>
/// Names the school that receives some children: the sending side's or the bureau's word. Who was handed over already, or did not arrive, is handed to that school instead.
/// </summary>
internal sealed class NameReceiver(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, Process process) : IHandler
{
    /// <returns>How many, or the refusals <c>HandOverNotFound</c>, <c>NotYours</c>, <c>HandOverReceiver</c>, <c>HandOverNobody</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, IReadOnlyCollection<Guid> pupils, Guid? receiver, CancellationToken ct)
    {
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(handOver.SchoolId))
            return new Refusal("NotYours");
        if (receiver is not { } school || !await desk.TeachesAsync(school, Stage.Junior, handOver.On, ct))
            return new Refusal("HandOverReceiver", "receiver");
        var children = await desk.ChooseAsync(handOver, pupils, child => child.IsOpen && (child.ReceiverIn(handOver) != school || child.State == HandOverState.NotArrived), ct);
        if (children.Count == 0)
            return new Refusal("HandOverNobody", "pupils");
        process.Begin("schools.name-receiver", SchoolsRefs.HandOver(id));
        foreach (var child in children)
        {
            if (child.State == HandOverState.Listed)
                desk.Name(child, school);
            else
                desk.Say(child, HandOverWordKind.Sent, school);
        }
        await schools.SaveAsync(ct);
        return children.Count;
    }
}

using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>Says of children that they did not arrive (未到), and why as far as it is known. They stay on the sending school's roll and stand on its list again.</summary>
internal sealed class ReportNotArrived(SchoolsDb schools, SchoolScope reach, HandOverDesk desk, Process process) : IHandler
{
    /// <returns>How many, or the refusals <c>NotYours</c>, <c>HandOverNotFound</c>, <c>HandOverEarly</c>, <c>HandOverWhy</c>, <c>HandOverNobody</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, Guid school, IReadOnlyCollection<Guid> pupils, string why, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } reached && !reached.Contains(school))
            return new Refusal("NotYours");
        if (await desk.TakeAsync(id, ct) is not { } handOver)
            return new Refusal("HandOverNotFound");
        if (desk.Today < handOver.On)
            return new Refusal("HandOverEarly", "", handOver.On);
        if (why.Trim() is not { Length: >= 2 and <= 200 } said)
            return new Refusal("HandOverWhy", "why");
        var children = await desk.ChooseAsync(handOver, pupils, child => child.State == HandOverState.Sent && child.Word?.SchoolId == school, ct);
        if (children.Count == 0)
            return new Refusal("HandOverNobody", "pupils");
        process.Begin("schools.report-not-arrived", SchoolsRefs.HandOver(id), said);
        foreach (var child in children)
            desk.Say(child, HandOverWordKind.NotArrived, school, said);
        await schools.SaveAsync(ct);
        return children.Count;
    }
}

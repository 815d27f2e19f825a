using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Targets;

/// <summary>Targets and their reported values.</summary>
internal sealed class TargetList(FindTargets targets, ReadTargetSheet read, ApplyTargetSheet apply, Actor actor) : IEditedList
{
    public string Key => "targets";
    public string Title => ViewText.TargetsInExcel;
    public string Lede => ViewText.TargetsInExcelLede;
    public string Tab => "targets";

    public bool MayEdit(PlanHead plan) => actor.Can(PlanningRights.Edit) && plan.State != PlanState.Closed;

    public bool AsksReason(PlanHead plan) => plan.State == PlanState.Published;

    public async Task<byte[]?> WriteAsync(Guid plan, CancellationToken ct) =>
        actor.Can(PlanningRights.Edit) && await targets.RunAsync(plan, new TargetFilter(), ct) is { } view ? TargetSheet.Write(view) : null;

    public async Task<Outcome<SheetPreview>> ReadAsync(Guid plan, Stream file, string fileName, CancellationToken ct) => (await read.RunAsync(plan, file, fileName, ct)).Preview();

    public async Task<Outcome<int>> ApplyAsync(Guid plan, string? changes, string reason, CancellationToken ct) =>
        SheetChanges.Read<TargetChange>(changes) is { } rows ? await apply.RunAsync(plan, rows, reason, ct) : new Refusal("EditedMeanwhile");
}

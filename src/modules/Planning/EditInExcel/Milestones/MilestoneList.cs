using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Milestones;

/// <summary>Dated steps of all tasks.</summary>
internal sealed class MilestoneList(FindMilestones milestones, ReadMilestoneSheet read, ApplyMilestoneSheet apply, Actor actor) : IEditedList
{
    public string Key => "milestones";
    public string Title => ViewText.MilestonesInExcel;
    public string Lede => ViewText.MilestonesInExcelLede;
    public string Tab => "timeline";

    public bool MayEdit(PlanHead plan) => actor.Can(PlanningRights.Edit) && plan.State != PlanState.Closed;

    public bool AsksReason(PlanHead plan) => plan.State == PlanState.Published;

    public async Task<byte[]?> WriteAsync(Guid plan, CancellationToken ct) => await milestones.RunAsync(plan, ct) is { } view ? MilestoneSheet.Write(view) : null;

    public async Task<Outcome<SheetPreview>> ReadAsync(Guid plan, Stream file, string fileName, CancellationToken ct) => (await read.RunAsync(plan, file, fileName, ct)).Preview();

    public async Task<Outcome<int>> ApplyAsync(Guid plan, string? changes, string reason, CancellationToken ct) =>
        SheetChanges.Read<MilestoneChange>(changes) is { } rows ? await apply.RunAsync(plan, rows, reason, ct) : new Refusal("EditedMeanwhile");
}

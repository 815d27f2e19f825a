using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Progress;

/// <summary>Reports on many tasks at once.</summary>
internal sealed class ProgressList(FindProgress progress, ReadProgressSheet read, ApplyProgressSheet apply, Actor actor) : IEditedList
{
    public string Key => "progress";
    public string Title => ViewText.ProgressInExcel;
    public string Lede => ViewText.ProgressInExcelLede;
    public string Tab => "tasks";

    public bool MayEdit(PlanHead plan) => actor.Can(PlanningRights.Report) && plan is { Kind: PlanKind.Own, State: PlanState.Published };

    public bool AsksReason(PlanHead plan) => false;

    public async Task<byte[]?> WriteAsync(Guid plan, CancellationToken ct) => await progress.RunAsync(plan, ct) is { } view ? ProgressSheet.Write(view) : null;

    public async Task<Outcome<SheetPreview>> ReadAsync(Guid plan, Stream file, string fileName, CancellationToken ct) => (await read.RunAsync(plan, file, fileName, ct)).Preview();

    public async Task<Outcome<int>> ApplyAsync(Guid plan, string? changes, string reason, CancellationToken ct) =>
        SheetChanges.Read<ProgressChange>(changes) is { } rows ? await apply.RunAsync(plan, rows, ct) : new Refusal("EditedMeanwhile");
}

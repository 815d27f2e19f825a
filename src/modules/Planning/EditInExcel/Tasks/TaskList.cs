using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTasks;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel.Tasks;

/// <summary>Who does what by when.</summary>
internal sealed class TaskList(FindTasks tasks, ReadPeople people, ReadTaskSheet read, ApplyTaskSheet apply, Actor actor) : IEditedList
{
    public string Key => "tasks";
    public string Title => ViewText.EditInExcel;
    public string Lede => ViewText.EditInExcelLede;
    public string Tab => "tasks";

    public bool MayEdit(PlanHead plan) => actor.Can(PlanningRights.Edit) && plan.State != PlanState.Closed;

    public bool AsksReason(PlanHead plan) => plan.State == PlanState.Published;

    public async Task<byte[]?> WriteAsync(Guid plan, CancellationToken ct) =>
        actor.Can(PlanningRights.Edit) && await tasks.RunAsync(plan, new TaskFilter(), ct) is { } view ? TaskSheet.Write(view, await people.RunAsync(ct)) : null;

    public async Task<Outcome<SheetPreview>> ReadAsync(Guid plan, Stream file, string fileName, CancellationToken ct) =>
        (await read.RunAsync(plan, file, fileName, ct)).Preview();

    public async Task<Outcome<int>> ApplyAsync(Guid plan, string? changes, string reason, CancellationToken ct) =>
        SheetChanges.Read<TaskChange>(changes) is { } rows ? await apply.RunAsync(plan, rows, reason, ct) : new Refusal("EditedMeanwhile");
}

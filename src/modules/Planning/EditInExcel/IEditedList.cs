using Shuren.Kernel;
using Shuren.Planning.ViewPlan;

namespace Shuren.Planning.EditInExcel;

/// <summary>A list of a plan that goes out to Excel and comes back: one page and one door serve them all.</summary>
internal interface IEditedList
{
    /// <summary>Its part of the address: tasks, targets, milestones, progress.</summary>
    string Key { get; }

    /// <summary>The page's heading.</summary>
    string Title { get; }

    /// <summary>What can be changed, in one sentence.</summary>
    string Lede { get; }

    /// <summary>The tab of the plan to which one goes back.</summary>
    string Tab { get; }

    /// <summary>Whether this actor may change it now.</summary>
    bool MayEdit(PlanHead plan);

    /// <summary>Whether a change needs a reason.</summary>
    bool AsksReason(PlanHead plan);

    /// <returns>The workbook; null where there is nothing for this actor.</returns>
    Task<byte[]?> WriteAsync(Guid plan, CancellationToken ct);

    /// <summary>Looks what a sheet would change; writes nothing.</summary>
    Task<Outcome<SheetPreview>> ReadAsync(Guid plan, Stream file, string fileName, CancellationToken ct);

    /// <summary>Writes the changes, all or nothing.</summary>
    /// <returns>How many rows were changed.</returns>
    Task<Outcome<int>> ApplyAsync(Guid plan, string? changes, string reason, CancellationToken ct);
}

using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.EditStructure;

/// <summary>Writes what a workbook changes, all or nothing, in one transaction.</summary>
internal sealed class ApplyStructure(WriteStructure write, Process process, Actor actor) : IHandler
{
    /// <returns>How many rows were written.</returns>
    public async Task<Outcome<int>> RunAsync(StructureChanges changes, DateOnly on, string why, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageUnits))
            return new Refusal("UnitNotYours");
        if (KeepUnits.UnitRules.Problem(on, why) is { } problem)
            return problem;
        process.Begin("organization.edit-in-excel", why: why.Trim());
        // The check page's rows came back through the browser: every one is tried again.
        var problems = await write.RunAsync(changes, on, why, ct);
        if (problems.Count > 0)
            return new Refusal("StructureChanged", "", problems[0].Cell, problems[0].Text);
        await write.Book.SaveAsync(ct);
        return changes.Count;
    }
}

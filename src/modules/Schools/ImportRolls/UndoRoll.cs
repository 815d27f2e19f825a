using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Exchange;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Schools.CheckRolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>Takes an import of a roll back: who brought it, and who manages the rolls.</summary>
internal sealed class UndoRoll(UndoImport undo, ImportDesk desk, JobDesk jobs, Process process, Actor actor) : IHandler
{
    /// <returns>How many rows went or went back; <c>NotYours</c>, or what <see cref="UndoImport"/> refuses.</returns>
    public async Task<Outcome<long>> RunAsync(Guid id, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.Manage) && !(actor.Can(SchoolsRights.Edit) && await desk.IsBroughtByAsync(id, actor.AccountId, ct)))
            return new Refusal("NotYours");
        jobs.Ask(CheckNightly.Kind, new CheckNightly.Asked(process.At));
        return await undo.RunAsync(id, "schools.undo-import", ct);
    }
}

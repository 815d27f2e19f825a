using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Says why a child stays away and who answers for it, once that is known. An empty detail leaves the one that stands.</summary>
internal sealed class AmendDropOut(SchoolsDb schools, SchoolScope reach, Process process) : IHandler
{
    /// <returns>Done, or the refusals <c>DropOutNotFound</c>, <c>NotYours</c>, <c>DropOutReasonMissing</c>, <c>DropOutPersons</c>, <c>DropOutLong</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, DropOutFacts facts, CancellationToken ct)
    {
        if (await schools.DropOuts.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } entry)
            return new Refusal("DropOutNotFound");
        if (await reach.RunAsync(SchoolsRights.KeepDropOuts, ct) is { } reached && !reached.Contains(entry.SchoolId))
            return new Refusal("NotYours");
        if (facts.Reason == DropOutReason.Unknown)
            return new Refusal("DropOutReasonMissing", "reason");
        if (facts.SchoolPerson.Trim().Length < 2 || facts.TownPerson.Trim().Length < 2)
            return new Refusal("DropOutPersons", facts.SchoolPerson.Trim().Length < 2 ? "schoolPerson" : "townPerson");
        if (facts.Refused is { } refusal)
            return refusal;
        process.Begin("schools.amend-drop-out", SchoolsRefs.DropOut(id));
        (entry.Reason, entry.SchoolPerson, entry.TownPerson) = (facts.Reason, facts.SchoolPerson.Trim(), facts.TownPerson.Trim());
        if (facts.Detail.Trim() is { Length: > 0 } detail)
            entry.Detail = detail;
        await schools.SaveAsync(ct);
        return new Done();
    }
}

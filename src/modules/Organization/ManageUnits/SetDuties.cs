using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageUnits;

/// <summary>Writes what a unit answers for; suggestions of a lead read these phrases.</summary>
internal sealed class SetDuties(OrganizationDb organization, Process process, Actor actor, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid unitId, string shortName, IReadOnlyList<string> phrases, CancellationToken ct)
    {
        var unit = await organization.Units.FirstOrDefaultAsync(u => u.Id == unitId, ct);
        if (unit is null)
            return new Refusal("UnitUnknown", "unit");
        if (!actor.CanFor(OrganizationRights.ManageUnits, unitId))
            return new Refusal("UnitNotYours");
        var wanted = phrases.Select(phrase => phrase.Trim()).Where(phrase => phrase != "").Distinct().ToList();
        var kept = await organization.Duties.Where(duty => duty.UnitId == unitId).OrderBy(duty => duty.Position).ToListAsync(ct);
        process.Begin("organization.set-duties", new Ref("organization", "unit", unitId));
        if (!string.IsNullOrWhiteSpace(shortName))
        {
            unit.ShortName = shortName.Trim();
            var today = time.Today();
            foreach (var span in await organization.UnitSpans.Where(span => span.UnitId == unitId && (span.Until == null || span.Until > today)).ToListAsync(ct))
                span.ShortName = unit.ShortName;
        }
        if (!kept.Select(duty => duty.Phrase).SequenceEqual(wanted))
        {
            organization.Duties.RemoveRange(kept);
            organization.Duties.AddRange(wanted.Select((phrase, position) => new UnitDuty { UnitId = unitId, Position = position, Phrase = phrase }));
        }
        await organization.SaveAsync(ct);
        return new Done();
    }
}

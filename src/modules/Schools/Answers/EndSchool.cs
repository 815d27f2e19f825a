using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.Answers;

/// <summary>Ends a school with its unit, in the act that closes or merges the unit. No child is left on the roll of a school that is no more.</summary>
internal sealed class EndSchool(SchoolsDb schools, IUnitDirectory units) : IStandsOnUnits
{
    public async Task<Refusal?> EndAsync(Guid unit, DateOnly on, Guid? into, CancellationToken ct)
    {
        if (await schools.Schools.AsTracking().FirstOrDefaultAsync(row => row.Id == unit && row.ClosedOn == null, ct) is not { } school)
            return null;
        if (await schools.Enrolments.CountAsync(row => row.SchoolId == unit && row.Until == null, ct) is var left and > 0)
            return new("SchoolHasPupils", "On", (await units.FindAsync([unit], ct)).GetValueOrDefault(unit)?.Name ?? "", left);
        school.Close(on, into is { } heir && await schools.Schools.AnyAsync(row => row.Id == heir, ct) ? heir : null);
        foreach (var taught in await schools.Classes.AsTracking().Where(row => row.SchoolId == unit && (row.Until == null || row.Until > on)).ToListAsync(ct))
            taught.Until = on > taught.Since ? on : taught.Since;
        foreach (var part in await schools.SchoolParts.AsTracking().Where(row => row.SchoolId == unit && (row.Until == null || row.Until > on)).ToListAsync(ct))
            part.Until = on > part.Since ? on : part.Since;
        return null;
    }
}

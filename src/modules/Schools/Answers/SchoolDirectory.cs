using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;

namespace Shuren.Schools.Answers;

/// <summary>Answers what other rooms ask about schools; two queries beside the units, whatever the number of schools.</summary>
internal sealed class SchoolDirectory(SchoolsDb schools, IUnitDirectory units) : ISchoolDirectory
{
    public async Task<IReadOnlyList<SchoolCard>> AsOfAsync(DateOnly day, CancellationToken ct)
    {
        var stages = (await schools.SchoolParts.AsNoTracking().Where(part => part.Since <= day && (part.Until == null || part.Until > day)).ToListAsync(ct))
            .ToLookup(part => part.SchoolId, part => part.Stage);
        var found = await (from school in schools.Schools.AsNoTracking()
                           where school.OpenedOn <= day && (school.ClosedOn == null || school.ClosedOn > day)
                           join span in schools.SchoolSpans on school.Id equals span.SchoolId
                           where span.Since <= day && (span.Until == null || span.Until > day)
                           select new { school.Id, school.Code, span.Kind, span.Ownership, span.Locality }).ToDictionaryAsync(row => row.Id, ct);
        return [.. (await units.AsOfAsync(day, ct)).Where(unit => found.ContainsKey(unit.Id)).Select(unit => (unit, row: found[unit.Id]))
            .Select(both => new SchoolCard(both.unit, both.row.Code, both.row.Kind, both.row.Ownership, both.row.Locality, [.. stages[both.unit.Id].Order()]))];
    }
}

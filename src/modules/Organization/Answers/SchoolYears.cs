using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;

namespace Shuren.Organization.Answers;

/// <summary>Answers what other rooms ask about school years; one query.</summary>
internal sealed class SchoolYears(OrganizationDb organization) : ISchoolYears
{
    public async Task<IReadOnlyDictionary<int, SchoolYearCard>> FindAsync(IReadOnlyCollection<int> beginIn, CancellationToken ct)
    {
        var rows = await (
            from year in organization.SchoolYears.AsNoTracking()
            where beginIn.Contains(year.BeginsIn)
            join term in organization.Terms.AsNoTracking() on year.Id equals term.SchoolYearId
            orderby term.Number
            select new { year.BeginsIn, Term = new TermCard(term.Id, term.Number, term.Name, new Period(term.First, term.Last)) }).ToListAsync(ct);
        var terms = rows.ToLookup(row => row.BeginsIn, row => row.Term);
        return beginIn.Distinct().ToDictionary(year => year, year => new SchoolYearCard(year, Period.SchoolYear(year), [.. terms[year]]));
    }
}

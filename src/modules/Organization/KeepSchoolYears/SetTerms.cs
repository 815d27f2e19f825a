using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepSchoolYears;

/// <summary>A term as it shall be.</summary>
internal sealed record WantedTerm(string Name, DateOnly? First, DateOnly? Last);

/// <summary>Sets the terms of a school year: in order, apart from each other, inside 1 September to 31 August.</summary>
internal sealed class SetTerms(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    /// <summary>Two are usual; three where a district keeps a short summer term.</summary>
    public const int MostTerms = 3;

    public async Task<Outcome<Done>> RunAsync(int beginsIn, IReadOnlyList<WantedTerm> wanted, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageCalendar))
            return new Refusal("CalendarNotYours");
        var terms = wanted.Where(term => term.First is not null || term.Last is not null || !string.IsNullOrWhiteSpace(term.Name)).ToList();
        if (beginsIn is < 2000 or > 2100)
            return new Refusal("TermsYear");
        if (Problem(beginsIn, terms) is { } problem)
            return problem;
        var year = await organization.SchoolYears.FirstOrDefaultAsync(row => row.BeginsIn == beginsIn, ct);
        process.Begin("organization.set-terms", year is null ? null : new Ref("organization", "schoolyear", year.Id));
        if (year is null)
            organization.SchoolYears.Add(year = new() { BeginsIn = beginsIn });
        var rows = await organization.Terms.Where(term => term.SchoolYearId == year.Id).ToDictionaryAsync(term => term.Number, ct);
        foreach (var (term, number) in terms.Select((term, place) => (term, place + 1)))
        {
            if (rows.Remove(number, out var row))
                (row.Name, row.First, row.Last) = (term.Name.Trim(), term.First!.Value, term.Last!.Value); // Problem has looked.
            else
                organization.Terms.Add(new() { SchoolYearId = year.Id, Number = number, Name = term.Name.Trim(), First = term.First!.Value, Last = term.Last!.Value });
        }
        organization.Terms.RemoveRange(rows.Values);
        await organization.SaveAsync(ct);
        return new Done();
    }

    private static Refusal? Problem(int beginsIn, List<WantedTerm> terms)
    {
        if (terms.Count is 0 or > MostTerms)
            return new("TermsCount", "Name1", MostTerms);
        var year = Period.SchoolYear(beginsIn);
        DateOnly? last = null;
        foreach (var (term, number) in terms.Select((term, place) => (term, place + 1)))
        {
            if (string.IsNullOrWhiteSpace(term.Name) || term.Name.Trim().Length > 20)
                return new("TermName", $"Name{number}");
            if (term.First is not { } first || term.Last is not { } end || end <= first)
                return new("TermDays", $"First{number}");
            if (!year.Contains(first) || !year.Contains(end))
                return new("TermOutside", $"First{number}", year.First, year.Last);
            if (first <= last)
                return new("TermOverlaps", $"First{number}", last!);
            last = end;
        }
        return null;
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Organization.KeepSchoolYears;

/// <summary>A school year with its terms; without terms while the district has not set them.</summary>
internal sealed record SchoolYearAnswer(int BeginsIn, DateOnly First, DateOnly Last, IReadOnlyList<TermItem> Terms);

/// <summary>A term: its first and last day of teaching.</summary>
internal sealed record TermItem(Guid Id, int Number, string Name, DateOnly First, DateOnly Last);

/// <summary>School years for programs.</summary>
internal static class SchoolYearDoors
{
    private const int FirstYear = 1949;
    private const int LastYear = 2200;

    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("calendar").MapGet("/school-years/{year:int}", ReadAsync)
        .Door("ReadSchoolYear", OrganizationRights.Use, "The school year that begins on 1 September of a year.");

    private static async Task<Answer<SchoolYearAnswer>> ReadAsync(int year, ISchoolYears years, CancellationToken ct)
    {
        if (year is < FirstYear or > LastYear)
            return Answer.Nothing<SchoolYearAnswer>();
        var card = (await years.FindAsync([year], ct))[year];
        return new SchoolYearAnswer(card.BeginsIn, card.Days.First, card.Days.Last, [.. card.Terms.Select(term => new TermItem(term.Id, term.Number, term.Name, term.Days.First, term.Days.Last))]);
    }
}

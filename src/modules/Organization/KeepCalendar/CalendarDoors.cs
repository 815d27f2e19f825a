using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepCalendar;

/// <summary>A year's calendar as a workbook, which is also the form to fill in.</summary>
internal static class CalendarDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/organization/calendar/{year:int}.xlsx", SheetAsync).RequireAuthorization(NeedsAttribute.Prefix + OrganizationRights.Use).WithName("CalendarSheet");

    private static async Task<Results<FileContentHttpResult, NotFound>> SheetAsync(int year, ReadCalendar calendar, CancellationToken ct) =>
        year is >= 2018 and <= 2100
            ? TypedResults.File(CalendarSheet.Write(year, (await calendar.RunAsync(ct)).Days.Values.Where(day => day.Day.Year == year)), WorkbookWriter.MediaType, CalendarText.YearTitle.Filled(year) + ".xlsx")
            : TypedResults.NotFound();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel;

/// <summary>The sheets to edit.</summary>
internal static class ExcelDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/planning/plans/{plan:guid}/{list}/edit.xlsx", SheetAsync).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View).WithName("EditedSheet");

    // Whether this actor may change the list is asked of the list itself.
    private static async Task<Results<FileContentHttpResult, NotFound>> SheetAsync(Guid plan, string list, IEnumerable<IEditedList> lists, FindPlanHead heads, CancellationToken ct) =>
        lists.FirstOrDefault(known => known.Key == list) is { } found && await heads.RunAsync(plan, ct) is { } head && found.MayEdit(head) && await found.WriteAsync(plan, ct) is { } workbook
            ? TypedResults.File(workbook, WorkbookWriter.MediaType, $"{head.Title}-{found.Title}.xlsx") : TypedResults.NotFound();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Planning.ViewTasks;
using Shuren.Platform.Rights;

namespace Shuren.Planning.EditInExcel;

/// <summary>The sheet to edit.</summary>
internal static class ExcelDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/planning/plans/{plan:guid}/tasks/edit.xlsx", SheetAsync).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.Edit).WithName("TaskSheet");

    private static async Task<Results<FileContentHttpResult, NotFound>> SheetAsync(Guid plan, FindTasks tasks, ReadPeople people, CancellationToken ct) =>
        await tasks.RunAsync(plan, new TaskFilter(), ct) is { } view
            ? TypedResults.File(TaskSheet.Write(view, await people.RunAsync(ct)), WorkbookWriter.MediaType, $"{view.Plan.Title}-{ViewText.SheetFile}.xlsx")
            : TypedResults.NotFound();
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Breakdowns;
using Shuren.Documents.Workbooks;
using Shuren.Planning.ViewTargets;
using Shuren.Planning.ViewTasks;
using Shuren.Platform.Doors;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ExportPlan;

/// <summary>Downloads of a plan's lists.</summary>
internal static class ExportDoors
{
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void Map(IEndpointRouteBuilder doors)
    {
        var plan = doors.MapGroup("/planning/plans/{plan:guid}").RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.View).WithTags("planning");
        plan.MapGet("/tasks.xlsx", TasksAsync).WithName("ExportTasks");
        plan.MapGet("/matrix.xlsx", MatrixAsync).WithName("ExportMatrix");
        plan.MapGet("/targets.xlsx", TargetsAsync).WithName("ExportTargets");
        plan.MapGet("/breakdown.xlsx", BreakdownWorkbookAsync).WithName("ExportBreakdownWorkbook");
        plan.MapGet("/breakdown.docx", BreakdownDocumentAsync).WithName("ExportBreakdownDocument");
        var api = doors.MapApi("plans");
        api.MapGet("/plans/{plan:guid}/breakdown.xlsx", BreakdownWorkbookAsync).Door("ReadBreakdownWorkbook", PlanningRights.View, "The breakdown (任务分解表) as a workbook.").Produces(200, contentType: WorkbookWriter.MediaType);
        api.MapGet("/plans/{plan:guid}/breakdown.docx", BreakdownDocumentAsync).Door("ReadBreakdownDocument", PlanningRights.View, "The breakdown (任务分解表) as a document by GB/T 9704.").Produces(200, contentType: Word);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> TasksAsync(Guid plan, HttpContext http, FindTasks tasks) =>
        await tasks.RunAsync(plan, TaskFilter.Read(http.Request.Query), http.RequestAborted) is { } view ? Workbook(PlanWorkbooks.Tasks(view), view.Plan.Title, ViewText.Tasks) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> MatrixAsync(Guid plan, HttpContext http, FindTasks tasks) =>
        await tasks.RunAsync(plan, TaskFilter.Read(http.Request.Query), http.RequestAborted) is { } view ? Workbook(PlanWorkbooks.Matrix(view), view.Plan.Title, ViewText.Matrix) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> TargetsAsync(Guid plan, HttpContext http, FindTargets targets) =>
        await targets.RunAsync(plan, TargetFilter.Read(http.Request.Query), http.RequestAborted) is { } view ? Workbook(PlanWorkbooks.Targets(view), view.Plan.Title, ViewText.Targets) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> BreakdownWorkbookAsync(Guid plan, BreakdownOfPlan breakdowns, CancellationToken ct)
    {
        if (await breakdowns.RunAsync(plan, ct) is not { } breakdown)
            return TypedResults.NotFound();
        using var stream = new MemoryStream();
        BreakdownWorkbook.Write(stream, breakdown);
        return TypedResults.File(stream.ToArray(), WorkbookWriter.MediaType, breakdown.Title + ".xlsx");
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> BreakdownDocumentAsync(Guid plan, BreakdownOfPlan breakdowns, CancellationToken ct)
    {
        if (await breakdowns.RunAsync(plan, ct) is not { } breakdown)
            return TypedResults.NotFound();
        using var stream = new MemoryStream();
        BreakdownDocument.Write(stream, breakdown);
        return TypedResults.File(stream.ToArray(), Word, breakdown.Title + ".docx");
    }

    private static FileContentHttpResult Workbook(byte[] content, string plan, string name) => TypedResults.File(content, WorkbookWriter.MediaType, $"{plan}-{name}.xlsx");
}

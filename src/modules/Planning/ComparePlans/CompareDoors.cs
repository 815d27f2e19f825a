using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ComparePlans;

/// <summary>The comparison as a workbook.</summary>
internal static class CompareDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/" + PlanningLinks.CompareWorkbook, WorkbookAsync).RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.ViewWhole).WithName("ExportComparison");

    private static async Task<FileContentHttpResult> WorkbookAsync(int? year, CompareTargets compare, CancellationToken ct) =>
        TypedResults.File(Written(await compare.RunAsync(year, ct)), WorkbookWriter.MediaType, ViewText.CompareTitle + ".xlsx");

    internal static byte[] Written(CompareTargets.View view)
    {
        SheetColumn[] heads = [new("subject", ViewText.SubjectHead, 26), .. view.Plans.Select(plan => new SheetColumn(plan.Id.ToString("N"), plan.Label, 24))];
        var subjects = view.Rows.Select(row => (IReadOnlyList<object?>)[row.Subject!.Name, .. view.Plans.Select(plan => (object?)string.Join('\n', row.Cells[plan.Id].Select(cell => cell.Quote)))]);
        var labels = view.Plans.ToDictionary(plan => plan.Id, plan => plan.Label);
        SheetColumn[] others = [new("plan", ViewText.Plan, 24), new("indicator", ViewText.Indicator, 40), new("goal", ViewText.Goal, 16), new("quote", ViewText.Quote, 50)];
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(ViewText.CompareTitle, "",
        [
            new(ViewText.CompareTitle, heads, subjects) { Title = ViewText.CompareTitle, FrozenColumns = 1 },
            new(ViewText.OtherTargetsHint, others, view.Others.Select(cell => (IReadOnlyList<object?>)[labels[cell.Plan], cell.Indicator, cell.Goal, cell.Quote])),
        ]));
        return stream.ToArray();
    }
}

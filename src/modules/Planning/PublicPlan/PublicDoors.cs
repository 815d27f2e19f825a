using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Planning.ViewPlan;
using Shuren.Ui;

namespace Shuren.Planning.PublicPlan;

/// <summary>Doors that citizens may use.</summary>
internal static class PublicDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/public/{plan:guid}/progress.xlsx", ProgressAsync).AllowAnonymous().WithName("PublicProgress");

    private static async Task<Results<FileContentHttpResult, NotFound>> ProgressAsync(Guid plan, HttpContext http, ReadPublicPlan plans)
    {
        if (await plans.RunAsync(plan, http.RequestAborted) is not { } view)
            return TypedResults.NotFound();
        PublicCache.Allow(http);
        return TypedResults.File(Written(view), WorkbookWriter.MediaType, PublicText.HowFar.Filled(view.Title) + ".xlsx");
    }

    private static byte[] Written(ReadPublicPlan.View view)
    {
        SheetColumn[] columns =
        [
            new("part", PublicText.PartHead, 24), new("number", PublicText.Number, 8), new("item", PublicText.Items, 60), new("unit", PublicText.Unit, 18), new("due", PublicText.Due, 13, CellKind.Date),
            new("percent", PublicText.Progress, 10, CellKind.Percent), new("state", PublicText.State, 12), new("goals", PublicText.Goals, 50),
        ];
        var rows = view.Parts.SelectMany(part => part.Items.Select(item => (IReadOnlyList<object?>)
        [
            part.Section?.Label, item.Number, item.Text, item.Unit, item.Due is { } due ? due : item.DueWords, item.Percent / 100m, PublicWords.Of(item.State), string.Join('\n', item.Goals.Select(PublicItemWords.Said)),
        ]));
        var title = PublicText.HowFar.Filled(view.Title);
        using var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new(title, view.Bureau, [new(PublicText.Title, columns, rows) { Title = title, Subtitle = PublicText.AsOf.Filled(Wording.FullDay(view.Today)), FrozenColumns = 2 }]));
        return stream.ToArray();
    }
}

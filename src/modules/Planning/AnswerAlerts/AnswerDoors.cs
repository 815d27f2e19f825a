using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;

namespace Shuren.Planning.AnswerAlerts;

/// <summary>The task with which an alert is answered.</summary>
internal sealed record AlertTaskRequest(Guid? Plan, string? Title, string? Text, Guid? Lead, DateOnly? DueOn);

/// <summary>Tasks for alerts, for programs.</summary>
internal static class AnswerDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("alerts").MapPost("/alerts/{alert:guid}/tasks", OpenAsync)
        .Door("OpenTaskForAlert", PlanningRights.Dispatch, "Open a task of a running plan for a firing alert; a second time it names the task that is there.");

    private static async Task<MadeAnswer<Made>> OpenAsync(Guid alert, AlertTaskRequest request, OpenTask act, CancellationToken ct) =>
        Answer.Made((await act.RunAsync(alert, new(request.Plan ?? Guid.Empty, request.Title ?? "", request.Text ?? "", request.Lead ?? Guid.Empty, request.DueOn ?? default), ct)).AsMade(), made => $"/tasks/{made.Id:N}");
}

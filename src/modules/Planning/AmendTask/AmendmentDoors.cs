using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform.Doors;

namespace Shuren.Planning.AmendTask;

/// <summary>A field of a published task that was changed: as it stood, as it stands, why.</summary>
internal sealed record AmendmentItem(Guid Id, Guid Task, string Number, string Title, string Field, string Before, string After, string Reason, string By, DateTime At);

/// <summary>A task as it shall stand; what is not said stays as it is.</summary>
internal sealed record AmendRequest(
    string? Title = null, string? Text = null, Guid? Lead = null, IReadOnlyList<Guid>? Supports = null, DateOnly? DueOn = null,
    [property: Description("Numbers of the task's targets: target id to number.")] IReadOnlyDictionary<Guid, double>? Targets = null,
    Guid? Answers = null, Guid? Accountable = null, [property: Description("Why; needed once the plan is published.")] string? Reason = null);

/// <summary>What a lead asks the office to change.</summary>
internal sealed record WishRequest(string? Wish = null);

/// <summary>Why the office leaves a task as it is.</summary>
internal sealed record DeclineRequest(string? Answer = null);

/// <summary>Amendments of published tasks for programs, and the wishes of leads that come before them.</summary>
internal static class AmendmentDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("tasks");
        api.MapGet("/plans/{plan:guid}/amendments", ListAsync).Door("ListAmendments", PlanningRights.View, "What was changed in a plan since it was published, newest first.");
        api.MapPost("/tasks/{task:guid}/amendments", AmendAsync).Door("AmendTask", PlanningRights.Edit, "Changes a task; once its plan is published the old words are kept with the reason.").Expects<WorkTask>("task", required: true);
        api.MapPost("/tasks/{task:guid}/change-requests", ProposeAsync).Door("ProposeChange", PlanningRights.Confirm, "A lead asks the office to change a published task.");
        api.MapPost("/change-requests/{request:guid}/decline", DeclineAsync).Door("DeclineChange", PlanningRights.Edit, "The office leaves a task as it is and says why.");
    }

    private static async Task<Answer<Page<AmendmentItem>>> ListAsync(Guid plan, [AsParameters] PageQuery page, ViewChanges look, CancellationToken ct) => await look.RunAsync(plan, ct) is { } view
        ? Paging.OfWhole(view.Rows, page, row => row.Change.Id.ToString("N"), row => new AmendmentItem(
            row.Change.Id, row.Change.TaskId, row.Number, row.Title, row.Change.Field, row.Change.Before, row.Change.After, row.Change.Reason, row.Change.By, row.Change.At))
        : Answer.Nothing<Page<AmendmentItem>>();

    private static async Task<DoneAnswer> AmendAsync(Guid task, AmendRequest request, ViewWording look, AmendTask amend, CancellationToken ct)
    {
        if (await look.RunAsync(task, ct) is not { } view)
            return new Refusal("TaskUnknown");
        var now = TaskWording.Of(view.AtHand.Task, [.. view.AtHand.Supports]);
        var wanted = new TaskWording(request.Title ?? now.Title, request.Text ?? now.Text, request.Lead ?? now.Lead, request.Supports ?? now.Supports, request.DueOn ?? now.DueOn,
            request.Targets ?? now.Targets, request.Answers ?? now.Answers, request.Accountable ?? now.Accountable);
        return await amend.RunAsync(task, wanted, request.Reason ?? "", null, ct);
    }

    private static async Task<MadeAnswer<Made>> ProposeAsync(Guid task, WishRequest request, ProposeChange propose, CancellationToken ct) =>
        Answer.Made((await propose.RunAsync(task, request.Wish ?? "", ct)).AsMade(), _ => $"/tasks/{task:N}");

    private static async Task<DoneAnswer> DeclineAsync(Guid request, DeclineRequest said, DeclineChange decline, CancellationToken ct) => await decline.RunAsync(request, said.Answer ?? "", ct);
}

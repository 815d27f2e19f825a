using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shuren.Planning.Model;
using Shuren.Platform.Doors;

namespace Shuren.Planning.SetMilestones;

/// <summary>A dated step of a task; doneOn is null while it is not reached.</summary>
internal sealed record MilestoneItem(Guid Id, DateOnly DueOn, string Title, DateOnly? DoneOn);

/// <summary>The dated steps of a task.</summary>
internal sealed record MilestonesAnswer(IReadOnlyList<MilestoneItem> Items);

/// <summary>The steps as they shall stand.</summary>
internal sealed record MilestonesRequest([property: Description("All of them; one that is missing here is removed.")] IReadOnlyList<MilestoneRequest>? Items = null);

/// <summary>A step as it shall stand; without an id it is new.</summary>
internal sealed record MilestoneRequest(Guid? Id = null, DateOnly? DueOn = null, string? Title = null, bool Done = false);

/// <summary>Milestones for programs.</summary>
internal static class MilestoneDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("tasks");
        api.MapGet("/tasks/{task:guid}/milestones", ListAsync).Door("ListMilestones", PlanningRights.View, "The dated steps of a task; the ETag is the task's version.");
        api.MapPut("/tasks/{task:guid}/milestones", SetAsync).Door("SetMilestones", PlanningRights.Confirm, "Sets all dated steps of a task; what stood there when the plan was published only the office moves.")
            .Expects<WorkTask>("task", required: true);
    }

    private static async Task<Answer<MilestonesAnswer>> ListAsync(Guid task, ViewMilestones look, CancellationToken ct) => await look.RunAsync(task, ct) is { } view
        ? Answer.Of(new MilestonesAnswer([.. view.Milestones.Select(step => new MilestoneItem(step.Id, step.DueOn, step.Title, step.DoneOn))]), view.AtHand.Task.Version)
        : Answer.Nothing<MilestonesAnswer>();

    private static async Task<DoneAnswer> SetAsync(Guid task, MilestonesRequest request, SetMilestones set, CancellationToken ct) =>
        await set.RunAsync(task, [.. (request.Items ?? []).Where(line => line is not null).Select(line => new MilestoneLine(line.Id, line.DueOn, line.Title ?? "", line.Done))], ct);
}

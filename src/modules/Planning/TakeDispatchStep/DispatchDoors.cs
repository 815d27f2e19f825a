using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform.Doors;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>A step of the ladder; broughtResult is null while the office has not judged.</summary>
internal sealed record DispatchItem(
    Guid Id, Rung Rung, DateOnly On, string Reason, DateOnly AnswerBy, string DocumentTitle, string DocumentNumber, string By, string? Answer, DateOnly? AnsweredOn, bool? BroughtResult, long Version);

/// <summary>The ladder of a task: its steps, oldest first, and the rung that is proposed next.</summary>
internal sealed record DispatchLadder(IReadOnlyList<DispatchItem> Items, Rung? Proposed);

/// <summary>A step as a program takes it; a rung that is skipped needs a reason.</summary>
internal sealed record DispatchRequest(
    Rung? Rung = null, string? Reason = null, [property: Description("The last day to answer; the rung's usual time where it is not said.")] DateOnly? AnswerBy = null, string? DocumentTitle = null, string? DocumentNumber = null, string? SkipReason = null);

/// <summary>A unit's answer.</summary>
internal sealed record DispatchReply(string? Answer = null);

/// <summary>The office's judgement.</summary>
internal sealed record DispatchVerdict(bool BroughtResult);

/// <summary>The ladder of pressure for programs; a reminder is its lowest rung.</summary>
internal static class DispatchDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("dispatch");
        api.MapGet("/tasks/{task:guid}/dispatch", ReadAsync).Door("ReadDispatch", PlanningRights.View, "The ladder of a task and the rung that is proposed.");
        api.MapPost("/tasks/{task:guid}/dispatch", TakeAsync).Door("TakeDispatchStep", PlanningRights.Dispatch, "Takes a step of the ladder: reminder, review, check, circular, rectification, interview.");
        api.MapPost("/dispatch/{step:guid}/answer", AnswerAsync).Door("AnswerDispatch", PlanningRights.Report, "The lead answers a step.").Expects<DispatchStep>("step");
        api.MapPost("/dispatch/{step:guid}/verdict", JudgeAsync).Door("JudgeDispatch", PlanningRights.Dispatch, "Says whether a step brought a result.").Expects<DispatchStep>("step");
    }

    private static async Task<Answer<DispatchLadder>> ReadAsync(Guid task, ViewDispatch look, CancellationToken ct) => await look.RunAsync(task, ct) is { } view
        ? new DispatchLadder([.. view.Steps.Select(ItemOf)], view.Next)
        : null;

    private static async Task<MadeAnswer<Made>> TakeAsync(Guid task, DispatchRequest request, TakeDispatchStep take, CancellationToken ct)
    {
        if (request.Rung is not { } rung)
            return Answer.Made<Made>(new Refusal("RungMissing", "rung"), _ => "");
        var outcome = await take.RunAsync(task, new(rung, request.Reason ?? "")
        {
            AnswerBy = request.AnswerBy, DocumentTitle = request.DocumentTitle ?? "", DocumentNumber = request.DocumentNumber ?? "", SkipReason = request.SkipReason ?? "",
        }, ct);
        return Answer.Made(outcome.AsMade(), _ => $"/tasks/{task:N}/dispatch");
    }

    private static async Task<DoneAnswer> AnswerAsync(Guid step, DispatchReply request, AnswerDispatch answer, CancellationToken ct) => await answer.RunAsync(step, request.Answer ?? "", ct);

    private static async Task<DoneAnswer> JudgeAsync(Guid step, DispatchVerdict request, JudgeDispatch judge, CancellationToken ct) => await judge.RunAsync(step, request.BroughtResult, ct);

    private static DispatchItem ItemOf(DispatchStep step) => new(
        step.Id, step.Rung, step.On, step.Reason, step.AnswerBy, step.DocumentTitle, step.DocumentNumber, step.By, step.Answer, step.AnsweredOn, step.BroughtResult, step.Version);
}

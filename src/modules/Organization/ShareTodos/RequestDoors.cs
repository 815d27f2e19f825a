using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform.Doors;

namespace Shuren.Organization.ShareTodos;

/// <summary>What was asked about a to-do; ending is null while it goes on.</summary>
internal sealed record RequestItem(Guid Id, TodoRequestKind Kind, string About, string Title, string Words, string By, DateTime At, DateOnly? DueOn, TodoEnding? Ending, IReadOnlyList<RequestReply> Replies);

/// <summary>Somebody who was asked; answeredAt is null while no answer came.</summary>
internal sealed record RequestReply(Guid Account, string Name, DateTime? AnsweredAt);

/// <summary>What is asked of others about a to-do of the account (会签, 征求意见, 转办). Asked again with more people it is 加签.</summary>
internal sealed record ShareRequest(
    TodoRequestKind? Kind = null, [property: Description("The to-do's about, from the list of to-dos.")] string? About = null, IReadOnlyList<Guid>? People = null,
    [property: Description("For a handover: a unit in the place of a person.")] Guid? Unit = null, string? Words = null, DateOnly? DueOn = null);

/// <summary>The account's answer to a request that waits for it; a remark is needed for an opinion and for a no.</summary>
internal sealed record AnswerToRequest(bool Agrees, string? Remark = null);

/// <summary>How many were reminded.</summary>
internal sealed record Nudged(int People);

/// <summary>Shared to-dos for programs: what the pages do, by the same acts.</summary>
internal static class RequestDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("mine");
        api.MapGet("/todo-requests", ListAsync).Door("ListTodoRequests", OrganizationRights.Use, "What the account has asked of others about its to-dos, newest first.");
        api.MapPost("/todo-requests", ShareAsync).Door("ShareTodo", OrganizationRights.Use, "Asks others about a to-do of the account: to sign it, to say something, or to do it.");
        api.MapGet("/todo-requests/{request:guid}", ReadAsync).Door("ReadTodoRequest", OrganizationRights.Use, "One request, for who asked, who was asked and who watches over work.");
        api.MapPost("/todo-requests/{request:guid}/answer", AnswerAsync).Door("AnswerTodoRequest", OrganizationRights.Use, "Answers a request that waits for the account.");
        api.MapPost("/todo-requests/{request:guid}/withdraw", WithdrawAsync).Door("WithdrawTodoRequest", OrganizationRights.Use, "Takes a request of the account back.");
        api.MapPost("/todo-requests/{request:guid}/nudge", NudgeAsync).Door("NudgeTodoRequest", OrganizationRights.Use, "Reminds those who have not answered; each at most once a day.");
    }

    private static async Task<Answer<Page<RequestItem>>> ListAsync([AsParameters] PageQuery page, ViewRequests look, CancellationToken ct) =>
        Paging.OfWhole(await look.OfMineAsync(ct), page, view => view.Request.Id.ToString("N"), ItemOf);

    private static async Task<Answer<RequestItem>> ReadAsync(Guid request, ViewRequests look, CancellationToken ct) => await look.RunAsync(request, ct) is { } view ? ItemOf(view) : null;

    private static async Task<MadeAnswer<Made>> ShareAsync(ShareRequest request, ShareTodo share, CancellationToken ct)
    {
        if (request.Kind is not { } kind)
            return Answer.Made<Made>(new Refusal("ShareKindMissing", "kind"), _ => "");
        var outcome = await share.RunAsync(new(kind, request.About ?? "", [.. request.People ?? []], request.Unit, request.Words ?? "", request.DueOn), ct);
        return Answer.Made(outcome.AsMade(), made => $"/todo-requests/{made.Id:N}");
    }

    private static async Task<DoneAnswer> AnswerAsync(Guid request, AnswerToRequest said, AnswerRequest answer, CancellationToken ct) => await answer.RunAsync(request, said.Agrees, said.Remark ?? "", ct);

    private static async Task<DoneAnswer> WithdrawAsync(Guid request, AnswerRequest answer, CancellationToken ct) => await answer.WithdrawAsync(request, ct);

    private static async Task<Answer<Nudged>> NudgeAsync(Guid request, NudgePeople nudge, CancellationToken ct)
    {
        var outcome = await nudge.RunAsync(request, ct);
        return outcome.Succeeded ? new Nudged(outcome.Value) : outcome.Refusals[0];
    }

    private static RequestItem ItemOf(ViewRequests.View view) => new(
        view.Request.Id, view.Request.Kind, view.Request.About, view.Request.Title, view.Request.Words, view.Request.By, view.Request.At, view.Request.DueOn, view.Request.Ending,
        [.. view.Replies.Select(reply => new RequestReply(reply.AccountId, reply.Name, reply.AnsweredAt))]);
}

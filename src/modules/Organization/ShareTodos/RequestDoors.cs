using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Organization.Model;
using Shuren.Platform.Doors;

namespace Shuren.Organization.ShareTodos;

/// <summary>What the account asked of others about a to-do.</summary>
internal sealed record RequestItem(Guid Id, TodoRequestKind Kind, string About, string Title, string Words, DateTime At, DateOnly? DueOn, IReadOnlyList<RequestReply> Replies);

/// <summary>Somebody who was asked; answeredAt is null while no answer came.</summary>
internal sealed record RequestReply(Guid Account, string Name, DateTime? AnsweredAt);

/// <summary>Shared to-dos for programs; answering stays with the pages, where the thing itself is in sight.</summary>
internal static class RequestDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("mine").MapGet("/todo-requests", ListAsync)
        .Door("ListTodoRequests", OrganizationRights.Use, "What the account has asked of others about its to-dos, newest first.");

    private static async Task<Answer<Page<RequestItem>>> ListAsync([AsParameters] PageQuery page, ViewRequests look, CancellationToken ct) =>
        Paging.OfWhole(await look.OfMineAsync(ct), page, view => view.Request.Id.ToString("N"), view => new RequestItem(
            view.Request.Id, view.Request.Kind, view.Request.About, view.Request.Title, view.Request.Words, view.Request.At, view.Request.DueOn,
            [.. view.Replies.Select(reply => new RequestReply(reply.AccountId, reply.Name, reply.AnsweredAt))]));
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.ShareTodos;

/// <summary>What others ask of me: to sign, to say something, to do it in their place.</summary>
internal sealed class RequestTodos(OrganizationDb organization) : ITodoSource
{
    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        var open = await (
            from reply in organization.TodoReplies.AsNoTracking()
            join request in organization.TodoRequests.AsNoTracking() on reply.RequestId equals request.Id
            where reply.AccountId == actor.AccountId && reply.AnsweredAt == null && request.Ending == null
            orderby request.Id
            select request).ToListAsync(ct);
        return [.. open.Select(request => new Todo(
            RequestWords.TitleOf(request.Kind).Filled(request.Title), WorkText.RequestWhy.Filled(request.By, request.Words), request.DueOn, WorkText.RequestRoom,
            RequestWords.ActOf(request.Kind), OrganizationLinks.TodoRequest(request.Id), new Ref("organization", "todorequest", request.Id)))];
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ShareTodos;

/// <summary>Requests about to-dos, as those see them who asked or were asked, and those who watch over work.</summary>
internal sealed class ViewRequests(OrganizationDb organization, Actor actor) : IHandler
{
    private const int Most = 200;

    /// <summary>A request with its answers.</summary>
    public sealed record View(TodoRequest Request, IReadOnlyList<TodoReply> Replies, IReadOnlyList<Nudge> Nudges)
    {
        /// <summary>How many have answered.</summary>
        public int Answered => Replies.Count(reply => reply.AnsweredAt is not null);
    }

    /// <summary>One request, or null where it is none of my business.</summary>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct) =>
        await ReadAsync(Visible.Where(request => request.Id == id), ct) is [var view] ? view : null;

    /// <summary>What was asked about a to-do, newest first.</summary>
    public Task<IReadOnlyList<View>> AboutAsync(string about, CancellationToken ct) => ReadAsync(Visible.Where(request => request.About == about), ct);

    /// <summary>What I have asked, newest first.</summary>
    public Task<IReadOnlyList<View>> OfMineAsync(CancellationToken ct) => ReadAsync(organization.TodoRequests.Where(request => request.ById == actor.AccountId), ct);

    /// <summary>To whom I have handed over what, while it is with them.</summary>
    public async Task<ILookup<string, string>> HandedOverAsync(CancellationToken ct) => (await (
        from request in organization.TodoRequests.AsNoTracking()
        join reply in organization.TodoReplies.AsNoTracking() on request.Id equals reply.RequestId
        where request.ById == actor.AccountId && request.Kind == TodoRequestKind.Handover && request.Ending == null
        orderby reply.Id
        select new { request.About, reply.Name }).ToListAsync(ct)).ToLookup(row => row.About, row => row.Name);

    private IQueryable<TodoRequest> Visible
    {
        get
        {
            var (me, watches) = (actor.AccountId, actor.Can(OrganizationRights.NudgeAll));
            return organization.TodoRequests.Where(request => watches || request.ById == me || organization.TodoReplies.Any(reply => reply.RequestId == request.Id && reply.AccountId == me));
        }
    }

    private async Task<IReadOnlyList<View>> ReadAsync(IQueryable<TodoRequest> requests, CancellationToken ct)
    {
        var rows = await requests.AsNoTracking().OrderByDescending(request => request.Id).Take(Most).ToListAsync(ct);
        var ids = rows.Select(request => request.Id).ToList();
        var replies = (await organization.TodoReplies.AsNoTracking().Where(reply => ids.Contains(reply.RequestId)).OrderBy(reply => reply.Id).ToListAsync(ct)).ToLookup(reply => reply.RequestId);
        var nudges = (await organization.Nudges.AsNoTracking().Where(nudge => ids.Contains(nudge.RequestId)).OrderBy(nudge => nudge.Id).ToListAsync(ct)).ToLookup(nudge => nudge.RequestId);
        return [.. rows.Select(request => new View(request, [.. replies[request.Id]], [.. nudges[request.Id]]))];
    }
}

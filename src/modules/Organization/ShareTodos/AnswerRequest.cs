using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ShareTodos;

/// <summary>Answers a request that waits for me, or takes back one of my own; whoever asked is told when it ends.</summary>
internal sealed class AnswerRequest(OrganizationDb organization, NoticeBoard board, Process process, Actor actor) : IHandler
{
    private const int MostWords = 500;

    /// <param name="id">The request.</param>
    /// <param name="agrees">Signed, done; false for refused, returned.</param>
    /// <param name="remark">Words; needed for an opinion, a refusal and a return.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>RequestUnknown</c>, <c>NotAsked</c>, <c>RequestEnded</c>, <c>RemarkNeeded</c>, <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, bool agrees, string remark, CancellationToken ct)
    {
        var replies = await organization.TodoReplies.Where(reply => reply.RequestId == id).ToListAsync(ct);
        if (await organization.TodoRequests.FirstOrDefaultAsync(request => request.Id == id, ct) is not { } request)
            return new Refusal("RequestUnknown");
        if (replies.FirstOrDefault(reply => reply.AccountId == actor.AccountId) is not { } mine)
            return new Refusal("NotAsked");
        if (!request.IsOpen || mine.AnsweredAt is not null)
            return new Refusal("RequestEnded");
        if (remark.Trim().Length > MostWords || remark.Trim() == "" && (!agrees || request.Kind == TodoRequestKind.Opinion))
            return new Refusal("RemarkNeeded", "remark", MostWords);
        process.Begin("organization.answer-request", Ref.Parse(request.About), remark.Trim());
        request.Take(mine, replies.Where(reply => reply != mine), agrees, remark.Trim(), process.At);
        return await SaveAsync(request, [request.ById], ct);
    }

    /// <summary>Takes a request of mine back: what others had to do about it is gone.</summary>
    /// <returns>Done, or <c>RequestUnknown</c>, <c>NotYours</c>, <c>RequestEnded</c>, <c>EditedMeanwhile</c>.</returns>
    public async Task<Outcome<Done>> WithdrawAsync(Guid id, CancellationToken ct)
    {
        if (await organization.TodoRequests.FirstOrDefaultAsync(request => request.Id == id, ct) is not { } request)
            return new Refusal("RequestUnknown");
        if (request.ById != actor.AccountId)
            return new Refusal("NotYours");
        if (!request.IsOpen)
            return new Refusal("RequestEnded");
        process.Begin("organization.withdraw-request", Ref.Parse(request.About));
        request.Withdraw(process.At);
        return await SaveAsync(request, [], ct);
    }

    private async Task<Outcome<Done>> SaveAsync(TodoRequest request, IReadOnlyCollection<Guid> told, CancellationToken ct)
    {
        if (!request.IsOpen && told.Count > 0)
        {
            await board.TellAsync(new(TodoNews.Ended, new Ref("organization", "todorequest", request.Id),
                new Sentence(nameof(WorkText.NewsEnded), request.Title, RequestWords.Of(request.Kind), RequestWords.Of(request.Ending)), OrganizationLinks.TodoRequest(request.Id)), told, ct);
        }
        // Whoever signs last ends it: the request's own version keeps two from both being the last but one.
        organization.Touch(request);
        try
        {
            await organization.SaveAsync(ct);
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("EditedMeanwhile");
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ShareTodos;

/// <summary>Reminds those who have not answered a request (催办): by whoever asked, or by who watches over work; each at most once a day.</summary>
internal sealed class NudgePeople(OrganizationDb organization, NoticeBoard board, Process process, Actor actor) : IHandler
{
    /// <returns>How many were reminded, or <c>RequestUnknown</c>, <c>NotYours</c>, <c>RequestEnded</c>, <c>NudgedAlready</c>.</returns>
    public async Task<Outcome<int>> RunAsync(Guid id, CancellationToken ct)
    {
        if (await organization.TodoRequests.AsNoTracking().FirstOrDefaultAsync(request => request.Id == id, ct) is not { } request)
            return new Refusal("RequestUnknown");
        if (request.ById != actor.AccountId && !actor.Can(OrganizationRights.NudgeAll))
            return new Refusal("NotYours");
        if (!request.IsOpen)
            return new Refusal("RequestEnded");
        var since = process.At - Nudge.Rest;
        var people = await organization.TodoReplies.AsNoTracking()
            .Where(reply => reply.RequestId == id && reply.AnsweredAt == null && reply.AccountId != actor.AccountId)
            .Where(reply => !organization.Nudges.Any(nudge => nudge.RequestId == id && nudge.ToId == reply.AccountId && nudge.At > since))
            .Select(reply => reply.AccountId).ToListAsync(ct);
        if (people.Count == 0)
            return new Refusal("NudgedAlready");
        process.Begin("organization.nudge", Ref.Parse(request.About));
        organization.Nudges.AddRange(people.Select(person => new Nudge { RequestId = id, About = request.About, ToId = person, By = actor.Name, At = process.At }));
        await board.TellAsync(new(TodoNews.Nudge, new Ref("organization", "todorequest", id), new Sentence(nameof(WorkText.NewsNudge), request.Title), OrganizationLinks.TodoRequest(id)), people, ct);
        await organization.SaveAsync(ct);
        return people.Count;
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.ShareTodos;

/// <summary>What is asked, and of whom.</summary>
/// <param name="Kind">Sign, say something, do it.</param>
/// <param name="About">The to-do's thing, printed.</param>
/// <param name="People">Those who are asked.</param>
/// <param name="Unit">For a handover: a unit instead of a person; all its people are asked.</param>
/// <param name="Words">The question or the reason.</param>
/// <param name="DueOn">By when; null for no date.</param>
internal sealed record ShareWish(TodoRequestKind Kind, string About, IReadOnlyCollection<Guid> People, Guid? Unit, string Words, DateOnly? DueOn);

/// <summary>
/// Asks others about a to-do of mine: to sign it, to give an opinion, or to do it in my place. Only what waits for me can be shared, once
/// at a time for each kind; nobody gets a right by it that the role does not give.
/// </summary>
internal sealed class ShareTodo(OrganizationDb organization, FindMyTodos todos, FindColleagues colleagues, NoticeBoard board, Process process, Actor actor, TimeProvider time) : IHandler
{
    private const int MostWords = 500;

    /// <returns>The request, or <c>TodoNotYours</c>, <c>WordsMissing</c>, <c>PeopleMissing</c>, <c>OnePerson</c>, <c>PersonUnknown</c>, <c>DuePast</c>, <c>AlreadyShared</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(ShareWish wish, CancellationToken ct)
    {
        if ((await todos.RunAsync(ct)).FirstOrDefault(todo => todo.About.ToString() == wish.About && todo.About.Kind != "todorequest") is not { } todo)
            return new Refusal("TodoNotYours");
        if (wish.Words.Trim().Length is 0 or > MostWords)
            return new Refusal("WordsMissing", "words", MostWords);
        if (wish.DueOn < time.Today())
            return new Refusal("DuePast", "dueOn");
        var people = await PeopleAsync(wish, ct);
        if (!people.Succeeded)
            return people.Refusals.ToList();
        if (await organization.TodoRequests.AnyAsync(open => open.About == wish.About && open.Kind == wish.Kind && open.ById == actor.AccountId && open.Ending == null, ct))
            return new Refusal("AlreadyShared", "", RequestWords.Of(wish.Kind));
        var request = new TodoRequest
        {
            Kind = wish.Kind, About = wish.About, Title = todo.Title, Href = todo.Href, Words = wish.Words.Trim(), ById = actor.AccountId!.Value, By = actor.Name, At = process.At, DueOn = wish.DueOn ?? todo.Due,
        };
        process.Begin($"organization.{wish.Kind.ToString().ToLowerInvariant()}-todo", todo.About, request.Words);
        organization.TodoRequests.Add(request);
        organization.TodoReplies.AddRange(people.Value.Select(person => new TodoReply { RequestId = request.Id, AccountId = person.Id, Name = person.Name }));
        await board.TellAsync(NewsOf(request, todo), [.. people.Value.Select(person => person.Id)], ct);
        await organization.SaveAsync(ct);
        return request.Id;
    }

    private async Task<Outcome<IReadOnlyList<Colleague>>> PeopleAsync(ShareWish wish, CancellationToken ct)
    {
        var all = await colleagues.RunAsync(wish.Kind, ct);
        if (wish.Kind == TodoRequestKind.Handover && wish.Unit is { } unit && wish.People.Count == 0)
            return all.Where(person => person.Units.Contains(unit)).ToList() is { Count: > 0 } there ? there : new Refusal("PersonUnknown", "people");
        if (wish.People.Count == 0)
            return new Refusal("PeopleMissing", "people");
        if (wish.People.Count > 1 && wish.Kind != TodoRequestKind.Countersign)
            return new Refusal("OnePerson", "people");
        var chosen = all.Where(person => wish.People.Contains(person.Id)).ToList();
        return chosen.Count == wish.People.Distinct().Count() ? chosen : new Refusal("PersonUnknown", "people");
    }

    // What is told may leave the house: the to-do's own words, nobody's name.
    private static News NewsOf(TodoRequest request, Todo todo) => new(
        TodoNews.Of(request.Kind), new Ref("organization", "todorequest", request.Id), new Sentence(TodoNews.WordsOf(request.Kind), todo.Title), OrganizationLinks.TodoRequest(request.Id));
}

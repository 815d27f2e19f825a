using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.ShareTodos;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Organization.NudgeTodos;

/// <summary>
/// What waits for one of those whom the actor may nudge: the rooms are asked in that person's name, and only rooms whose to-dos the actor has the right to see
/// are shown. A thing stands there once, whatever has to be done about it.
/// </summary>
internal sealed class FindTodosOf(OrganizationDb organization, FindStaff staff, DistrictDirectory districts, CurrentDistrict district, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A thing that waits for the person.</summary>
    /// <param name="About">The thing.</param>
    /// <param name="Todos">What is to be done about it, the most urgent first.</param>
    /// <param name="NudgedOn">The last day on which somebody nudged; null where nobody did.</param>
    public sealed record Thing(Ref About, IReadOnlyList<Todo> Todos, DateOnly? NudgedOn)
    {
        public string Title => string.Join('；', Todos.Select(todo => todo.Title));
    }

    /// <summary>The person and what waits.</summary>
    public sealed record View(Colleague Person, IReadOnlyList<Thing> Things);

    /// <returns>Null where this is nobody whom the actor may nudge.</returns>
    public async Task<View?> RunAsync(Guid account, CancellationToken ct)
    {
        if ((await staff.RunAsync(ct)).FirstOrDefault(person => person.Id == account) is not { } person)
            return null;
        var nudged = (await organization.TodoNudges.AsNoTracking().Where(nudge => nudge.ToId == account).GroupBy(nudge => nudge.About)
            .Select(nudges => new { nudges.Key, Last = nudges.Max(nudge => nudge.On) }).ToListAsync(ct)).ToDictionary(nudge => nudge.Key, nudge => nudge.Last);
        var todos = await AskAsync(account, ct);
        return new(person, [.. todos.OrderBy(todo => todo.Due ?? DateOnly.MaxValue).ThenBy(todo => todo.Title, StringComparer.Ordinal).GroupBy(todo => todo.About)
            .Select(thing => new Thing(thing.Key, [.. thing], nudged.TryGetValue(thing.Key.ToString(), out var last) ? last : null))]);
    }

    private async Task<IReadOnlyList<Todo>> AskAsync(Guid account, CancellationToken ct)
    {
        if (await districts.EnterForAsync(new(district.Code, district.Name), account, ct) is not { } scope)
            return [];
        await using (scope)
        {
            var (other, today, todos) = (scope.ServiceProvider.GetRequiredService<Actor>(), time.Today(), new List<Todo>());
            foreach (var source in scope.ServiceProvider.GetServices<ITodoSource>().Where(source => source.SeenWith is { } right && actor.Can(right)))
                todos.AddRange(await source.ForAsync(other, today, ct));
            return todos;
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization.ViewTodo;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>A list that is longer than a page: every to-do stands on one page, in order, and the counts are those of all pages.</summary>
public sealed class ManyTodosTests
{
    private const int Many = 300;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Three_hundred_to_dos_are_paged_without_a_gap_or_a_double(TestDatabase database)
    {
        var house = await TestHouse.WithCountyAsync(database, services => services.AddScoped<ITodoSource, ManyTodos>());
        await using var people = People.Of(house, house.County);

        List<ViewTodo.Todos> pages = [];
        for (int? from = 0; from is { } begin; from = pages[^1].Next)
            pages.Add(await people.As<ViewTodo, ViewTodo.Todos>("office", view => view.RunAsync(ManyTodos.Room, begin, people.Ct)));

        Assert.Equal([50, 50, 50, 50, 50, 50], pages.Select(page => page.Groups.Sum(group => group.Items.Count)));
        Assert.All(pages, page => Assert.Equal((Many, Many / 3), (page.Count, page.Late)));
        var titles = pages.SelectMany(page => page.Groups).SelectMany(group => group.Items).Select(item => item.Title).ToList();
        Assert.Equal(Enumerable.Range(0, Many).Select(at => $"事项{at:D3}"), titles.Order(StringComparer.Ordinal));
        // Late before today before later: a day of the county's calendar falls into the groups in thirds.
        Assert.Equal(Enumerable.Range(0, Many).OrderBy(at => at % 3).ThenBy(at => at).Select(at => $"事项{at:D3}"), titles);
    }

    private sealed class ManyTodos : ITodoSource
    {
        public const string Room = "测试";

        public Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct) => Task.FromResult<IReadOnlyList<Todo>>(
            [.. Enumerable.Range(0, Many).Reverse().Select(at => new Todo($"事项{at:D3}", "", today.AddDays(at % 3 == 0 ? -9 : at % 3 == 1 ? 0 : 90), Room, "办理", "planning", new Ref("test", "thing", Guid.CreateVersion7())))]);
    }
}

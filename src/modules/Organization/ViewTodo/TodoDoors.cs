using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Organization.ShareTodos;
using Shuren.Platform.Doors;

namespace Shuren.Organization.ViewTodo;

/// <summary>Something that waits for the account; href is its page, relative to the district's address.</summary>
internal sealed record TodoEntry(string About, string Title, string Why, DateOnly? Due, string Room, string Action, string Href);

/// <summary>The to-do list for programs.</summary>
internal static class TodoDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("mine").MapGet("/todos", ListAsync)
        .Door("ListTodos", OrganizationRights.Use, "What waits for the account in the rooms that the token covers, the most urgent first.");

    private static async Task<Answer<Page<TodoEntry>>> ListAsync([AsParameters] PageQuery page, FindMyTodos find, CancellationToken ct)
    {
        var rows = (await find.RunAsync(ct)).OrderBy(todo => todo.Due ?? DateOnly.MaxValue).ThenBy(todo => todo.Title, StringComparer.Ordinal).ToList();
        return Paging.OfWhole(rows, page, todo => $"{todo.About} {todo.Title}", todo => new TodoEntry(todo.About.ToString(), todo.Title, todo.Why, todo.Due, todo.Room, todo.Action, todo.Href));
    }
}

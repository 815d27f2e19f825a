using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepPosts;

/// <summary>People who can hold a post or look after a school, with the first of their offices, to choose from.</summary>
internal sealed class FindPeople(OrganizationDb organization) : IHandler
{
    /// <summary>Somebody to choose.</summary>
    public sealed record Person(Guid Id, string Name, string SignInName, string Words);

    /// <param name="roles">Only those who hold one of these; empty for everybody but parents.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<IReadOnlyList<Person>> RunAsync(IReadOnlyCollection<string> roles, CancellationToken ct)
    {
        var rows = await (
            from person in organization.Accounts.AsNoTracking()
            where person.ClosedOn == null
            join held in organization.Holdings.AsNoTracking() on person.Id equals held.AccountId
            where held.Until == null && held.Role != Roles.Parent && (roles.Count == 0 || roles.Contains(held.Role))
            join unit in organization.Units.AsNoTracking() on held.UnitId equals unit.Id
            orderby person.Name, person.Id
            select new { person.Id, person.Name, person.SignInName, held.Role, Unit = unit.ShortName }).ToListAsync(ct);
        return [.. rows.DistinctBy(row => row.Id).Select(row => new Person(row.Id, row.Name, row.SignInName, $"{row.Name}（{row.Unit} {RoleWords.Of(row.Role)}）"))];
    }
}

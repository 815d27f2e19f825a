using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Organization.KeepPosts;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.EditStructure;

/// <summary>A holding of a post with the names that a sheet uses.</summary>
internal sealed record HeldPost(PostHolding Holding, Guid Unit, string Title);

/// <summary>The structure of a day, as a workbook shows it and is compared with.</summary>
internal sealed record StructureState(DateOnly Day, IReadOnlyList<UnitCard> Units, IReadOnlyList<SchoolGroupCard> Groups, IReadOnlyList<FindPeople.Person> People,
    IReadOnlyList<HeldPost> Posts, IReadOnlyList<ViewLinks.Row> Links)
{
    private readonly Dictionary<Guid, UnitCard> byId = Units.ToDictionary(unit => unit.Id);
    private readonly Dictionary<Guid, FindPeople.Person> people = People.ToDictionary(person => person.Id);

    public string NameOf(Guid? unit) => unit is { } id && byId.TryGetValue(id, out var card) ? card.Name : "";

    public UnitCard? Unit(Guid id) => byId.GetValueOrDefault(id);

    public FindPeople.Person? Person(Guid account) => people.GetValueOrDefault(account);

    public FindPeople.Person? Person(string signInName) => People.FirstOrDefault(person => string.Equals(person.SignInName, signInName, StringComparison.OrdinalIgnoreCase));
}

/// <summary>Reads the structure of a day.</summary>
internal sealed class ReadState(OrganizationDb organization, IUnitDirectory units, ISchoolGroups groups, FindPeople people, ViewLinks links) : IHandler
{
    public async Task<StructureState> RunAsync(DateOnly day, CancellationToken ct)
    {
        var held = await (
            from post in organization.Posts.AsNoTracking()
            join row in organization.PostHoldings.AsNoTracking() on post.Id equals row.PostId
            where row.Until == null || row.Until > day
            orderby post.UnitId, post.Position, row.Since
            select new HeldPost(row, post.UnitId, post.Title)).ToListAsync(ct);
        return new(day, await units.AsOfAsync(day, ct), await groups.AsOfAsync(day, ct), await people.RunAsync([], ct), held, await links.RunAsync(day, null, ct));
    }
}

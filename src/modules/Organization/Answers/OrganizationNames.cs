using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Thread;

namespace Shuren.Organization.Answers;

/// <summary>Names of units and accounts.</summary>
internal sealed class OrganizationNames(OrganizationDb organization) : IThingNames
{
    public string Room => "organization";

    public async Task<IReadOnlyDictionary<Ref, ThingName>> OfAsync(IReadOnlyCollection<Ref> things, CancellationToken ct)
    {
        var ids = things.Select(thing => thing.Id).ToArray();
        var units = await organization.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => new ThingName(unit.Name, $"{OrganizationLinks.Units}/{unit.Id:N}"), ct);
        var accounts = await organization.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => new ThingName(account.Name, OrganizationLinks.Accounts), ct);
        return things.Where(thing => units.ContainsKey(thing.Id) || accounts.ContainsKey(thing.Id)).ToDictionary(thing => thing, thing => units.GetValueOrDefault(thing.Id) ?? accounts[thing.Id]);
    }
}

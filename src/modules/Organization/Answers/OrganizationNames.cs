using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Thread;

namespace Shuren.Organization.Answers;

/// <summary>Names of units, accounts and access tokens.</summary>
internal sealed class OrganizationNames(OrganizationDb organization) : IThingNames
{
    public string Room => "organization";

    public async Task<IReadOnlyDictionary<Ref, ThingName>> OfAsync(IReadOnlyCollection<Ref> things, CancellationToken ct)
    {
        var ids = things.Select(thing => thing.Id).ToArray();
        var units = await organization.Units.AsNoTracking().Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => new ThingName(unit.Name, $"{OrganizationLinks.Units}/{unit.Id:N}"), ct);
        var accounts = await organization.Accounts.AsNoTracking().Where(account => ids.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => new ThingName(account.Name, OrganizationLinks.Accounts), ct);
        // A token is shown to its owner alone, so its name leads nowhere.
        var tokens = await organization.AccessTokens.AsNoTracking().Where(token => ids.Contains(token.Id)).ToDictionaryAsync(token => token.Id, token => new ThingName(TokenText.TokenNamed.Filled(token.Name), null), ct);
        return things.Select(thing => (thing, name: units.GetValueOrDefault(thing.Id) ?? accounts.GetValueOrDefault(thing.Id) ?? tokens.GetValueOrDefault(thing.Id)))
            .Where(found => found.name is not null).ToDictionary(found => found.thing, found => found.name!); // filtered above
    }
}

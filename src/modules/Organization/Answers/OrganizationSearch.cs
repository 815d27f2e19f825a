using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.Model;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;

namespace Shuren.Organization.Answers;

/// <summary>What of the room the search finds: units, and accounts that the actor may open, by name and sign-in name alone.</summary>
internal static class OrganizationSearch
{
    public static IReadOnlyList<SearchKind> Kinds { get; } =
    [
        new SearchKind<Unit>("organization.unit", 1, () => FindText.SearchUnits, OrganizationLinks.Unit)
        {
            Text = unit => new(unit.Name, unit.ShortName == unit.Name ? "" : unit.ShortName),
            Visible = (services, _) => Task.FromResult(MayLook(services) ? services.GetRequiredService<OrganizationDb>().Units.Select(unit => unit.Id) : null),
        },
        new SearchKind<Account>("organization.account", 2, () => FindText.SearchAccounts, OrganizationLinks.AccountFile)
        {
            Text = account => new(account.Name, account.SignInName),
            Visible = async (services, ct) => MayLook(services) ? (await services.GetRequiredService<AccountScope>().RunAsync(OrganizationRights.View, ct)).Select(account => account.Id) : null,
        },
    ];

    private static bool MayLook(IServiceProvider services) => services.GetRequiredService<Actor>() is var actor && (actor.IsSystem || actor.Can(OrganizationRights.View));
}

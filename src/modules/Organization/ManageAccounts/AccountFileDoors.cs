using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Organization.ManageAccounts;

/// <summary>An account in the list.</summary>
internal sealed record AccountItem(Guid Id, string SignInName, string Name, string Roles, string Units, bool HasOneTimePassword, bool AsksForRecovery);

/// <summary>An account with the roles that it had, has or will have; telephone number and mail address are masked.</summary>
internal sealed record AccountFile(Guid Id, string SignInName, string Name, string Phone, string Email, DateOnly? ClosedOn, IReadOnlyList<AccountRole> Roles);

/// <summary>A role at a unit; until is null where no end is set.</summary>
internal sealed record AccountRole(string Role, Guid Unit, string UnitName, DateOnly Since, DateOnly? Until, bool CountsToday);

/// <summary>Which accounts.</summary>
internal sealed record AccountQuery([property: Description("Part of a name.")] string? Words, [property: Description("A role such as section-chief.")] string? Role, Guid? Unit, bool? Closed);

/// <summary>Accounts for the programs of those who administer them. Passwords, roles and closing stay with the pages.</summary>
internal static class AccountFileDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("accounts");
        api.MapGet("/accounts", ListAsync).Door("ListAccounts", OrganizationRights.ManageAccounts, "Who can sign in, by sign-in name.");
        api.MapGet("/accounts/{account:guid}", ReadAsync).Door("ReadAccount", OrganizationRights.ManageAccounts, "One account with its roles.");
    }

    private static async Task<Answer<Page<AccountItem>>> ListAsync([AsParameters] AccountQuery query, [AsParameters] PageQuery page, ViewAccounts look, CancellationToken ct)
    {
        if (page.Refused(1) is { } refusal)
            return refusal;
        var rows = await look.RunAsync(new(query.Words ?? "", query.Role ?? "", query.Unit, query.Closed == true), page.Key is [var last] ? last : "", page.Take, ct);
        return Paging.Of(rows, page, row => [row.SignInName], row => new AccountItem(row.Id, row.SignInName, row.Name, row.Roles, row.Units, row.HasOneTimePassword, row.AsksForRecovery));
    }

    private static async Task<Answer<AccountFile>> ReadAsync(Guid account, ViewAccountFile look, CancellationToken ct) => await look.RunAsync(account, ct) is { } known
        ? new AccountFile(known.Id, known.SignInName, known.Name, known.Phone, known.Email, known.ClosedOn,
            [.. known.Roles.Select(held => new AccountRole(held.Role, held.UnitId, held.Unit, held.Since, held.Until, held.Counts))])
        : null;
}

using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;
using Shuren.Platform.Rights;

namespace Shuren.Organization.DelegateRights;

/// <summary>A role that was lent to the account or by it.</summary>
internal sealed record DelegationItem(Guid Id, Guid From, string FromName, Guid To, string ToName, string Role, string Unit, DateOnly Since, DateOnly Until, string Reason, ViewDelegations.State State);

/// <summary>A role of the account that can be lent, by its holding.</summary>
internal sealed record LendableItem(Guid Holding, string Words);

/// <summary>What the account lent and what was lent to it, and the roles that it can lend.</summary>
internal sealed record DelegationsAnswer(IReadOnlyList<DelegationItem> Items, IReadOnlyList<LendableItem> Lendable);

/// <summary>A role of the account, to be lent to somebody from one day to another.</summary>
internal sealed record DelegationRequest([property: Description("A holding from lendable.")] Guid? Holding = null, Guid? To = null, DateOnly? Since = null, DateOnly? Until = null, string? Reason = null);

/// <summary>Delegations for programs: one's own. Acting in another's name is a person's choice on the page, and no token acts there.</summary>
internal static class DelegationDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("delegations");
        api.MapGet("/delegations", ListAsync).Door("ListDelegations", OrganizationRights.Delegate, "What the account lent and what was lent to it, newest first.");
        api.MapPost("/delegations", GiveAsync).Door("GiveDelegation", OrganizationRights.Delegate, "Lends one of the account's roles for a time.");
        api.MapPost("/delegations/{delegation:guid}/end", EndAsync).Door("EndDelegation", OrganizationRights.Delegate, "Takes a delegation back before its time.");
    }

    private static async Task<Answer<DelegationsAnswer>> ListAsync(ViewDelegations look, CancellationToken ct)
    {
        var view = await look.RunAsync(everybody: false, ct);
        return new DelegationsAnswer(
            [.. view.Rows.Select(row => new DelegationItem(row.Id, row.From, row.FromName, row.To, row.ToName, row.Role, row.Unit, row.Since, row.Until, row.Reason, row.State))],
            [.. view.Lendable.Select(held => new LendableItem(held.Holding, held.Words))]);
    }

    private static async Task<MadeAnswer<Made>> GiveAsync(DelegationRequest request, GiveDelegation give, Actor actor, CancellationToken ct)
    {
        // A token is somebody's.
        var lent = new LentRole(actor.AccountId!.Value, request.To ?? Guid.Empty, request.Holding ?? Guid.Empty, request.Since ?? default, request.Until ?? default, request.Reason ?? "");
        return Answer.Made((await give.RunAsync(lent, ct)).AsMade(), _ => "/delegations");
    }

    private static async Task<DoneAnswer> EndAsync(Guid delegation, EndDelegation end, CancellationToken ct) => await end.RunAsync(delegation, ct);
}

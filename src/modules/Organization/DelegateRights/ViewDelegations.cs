using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.DelegateRights;

/// <summary>What was lent to and by one account, or (for the security administrator) by everybody.</summary>
internal sealed class ViewDelegations(OrganizationDb organization, IUnitDirectory units, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>How many of the past are shown.</summary>
    public const int Latest = 200;

    /// <summary>Where a delegation stands.</summary>
    public enum State
    {
        Ahead,
        Running,
        Over,
        TakenBack,
    }

    /// <summary>A line of the list.</summary>
    public sealed record Row(Guid Id, Guid From, string FromName, Guid To, string ToName, string Role, string Unit, DateOnly Since, DateOnly Until, string Reason, State State, bool IsActing);

    /// <summary>A role that can be lent.</summary>
    public sealed record Held(Guid Holding, Guid Account, string Words);

    /// <summary>The page's content.</summary>
    public sealed record View(DateOnly Today, IReadOnlyList<Row> Rows, IReadOnlyList<Held> Lendable, IReadOnlyList<(Guid Id, string Words)> People);

    /// <param name="everybody">True for all accounts, which needs the right to manage delegations.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<View> RunAsync(bool everybody, CancellationToken ct)
    {
        var today = time.Today();
        var me = actor.AccountId;
        var all = everybody && actor.Can(OrganizationRights.ManageDelegations);
        var lent = await organization.Delegations.AsNoTracking().Where(row => all || row.FromAccountId == me || row.ToAccountId == me).OrderByDescending(row => row.Id).Take(Latest).ToListAsync(ct);
        var acting = await organization.ActingInNames.AsNoTracking().Where(row => row.AccountId == me && row.Until == null).Select(row => row.DelegationId).ToListAsync(ct);
        var people = await organization.Accounts.AsNoTracking().OrderBy(account => account.Name).Select(account => new { account.Id, account.Name, account.ClosedOn }).ToListAsync(ct);
        var held = await organization.Holdings.AsNoTracking().Where(holding => holding.Since <= today && (holding.Until == null || holding.Until >= today)).ToListAsync(ct);
        var unitNames = (await units.FindAsync([.. lent.Select(row => row.UnitId).Concat(held.Select(holding => holding.UnitId)).Distinct()], ct)).ToDictionary(unit => unit.Key, unit => unit.Value.ShortName);
        var names = people.ToDictionary(person => person.Id, person => person.Name);
        var offices = held.Where(holding => holding.Role is not (Roles.Parent or Roles.Teacher)).ToLookup(holding => holding.AccountId, Words);
        return new(today,
            [.. lent.Select(row => new Row(row.Id, row.FromAccountId, names[row.FromAccountId], row.ToAccountId, names[row.ToAccountId], RoleWords.Of(row.Role), unitNames.GetValueOrDefault(row.UnitId, ""),
                row.Since, row.Until, row.Reason, StateOf(row, today), acting.Contains(row.Id) && row.RunsOn(today)))],
            [.. held.Where(holding => (all || holding.AccountId == me) && !GiveDelegation.NeverLent.Contains(holding.Role)).Select(holding => new Held(holding.Id, holding.AccountId, all ? $"{names[holding.AccountId]}：{Words(holding)}" : Words(holding)))],
            [.. people.Where(person => person.ClosedOn is null && (all || person.Id != me) && offices[person.Id].Any()).Select(person => (person.Id, $"{person.Name}（{offices[person.Id].First()}）"))]);

        string Words(RoleHolding holding) => $"{unitNames.GetValueOrDefault(holding.UnitId, "")} {RoleWords.Of(holding.Role)}";
    }

    private static State StateOf(Delegation row, DateOnly today) =>
        row.EndedAt is not null ? State.TakenBack : today < row.Since ? State.Ahead : today > row.Until ? State.Over : State.Running;
}

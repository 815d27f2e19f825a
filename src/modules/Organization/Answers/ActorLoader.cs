using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.DelegateRights;
using Shuren.Organization.ManageRights;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform.Rights;

namespace Shuren.Organization.Answers;

/// <summary>
/// From a session to what its account may do today: each role that counts on the day reaches the unit where it is held and all below it;
/// what a role may do is the district's table of rights.
/// </summary>
internal sealed class ActorLoader(OrganizationDb organization, IUnitDirectory units, FindActing acting, ReadRights rights, MarkSession mark, TimeProvider time) : IActorLoader
{
    public Task<SessionState> LoadSessionAsync(Guid sessionId, Actor actor, CancellationToken ct)
    {
        var youngest = time.GetUtcNow().UtcDateTime - SignInSession.Longest;
        return BecomeAsync(
            from session in organization.Sessions.AsNoTracking()
            where session.Id == sessionId && session.EndedAt == null && session.BeganAt > youngest
            join account in organization.Accounts.AsNoTracking() on new { Id = session.AccountId, session.Stamp } equals new { account.Id, account.Stamp }
            select account, sessionId, actor, ct);
    }

    public Task<SessionState> LoadAsync(Guid accountId, Guid stamp, Actor actor, CancellationToken ct) =>
        BecomeAsync(organization.Accounts.AsNoTracking().Where(account => account.Id == accountId && account.Stamp == stamp), null, actor, ct);

    // What a person must do when signing in is no matter of work that was asked for before.
    public async Task<SessionState> LoadForWorkAsync(Guid accountId, Actor actor, CancellationToken ct) =>
        await BecomeAsync(organization.Accounts.AsNoTracking().Where(account => account.Id == accountId), null, actor, ct) == SessionState.Over ? SessionState.Over : SessionState.Good;

    private async Task<SessionState> BecomeAsync(IQueryable<Account> accounts, Guid? session, Actor actor, CancellationToken ct)
    {
        var found = await accounts.Where(account => account.ClosedOn == null).Select(account => new
        {
            account.Id, account.Name, account.MustChangePassword,
            HasFactor = organization.Authenticators.Any(a => a.AccountId == account.Id) || organization.Passkeys.Any(p => p.AccountId == account.Id),
            SeenAt = organization.SessionSights.Where(sight => sight.Id == session).Select(sight => (DateTime?)sight.SeenAt).FirstOrDefault(),
            Demand = organization.SignInPolicies.Select(policy => policy.SecondFactorRoles).FirstOrDefault(),
        }).FirstOrDefaultAsync(ct);
        if (found is null)
            return SessionState.Over;
        if (session is { } used)
            await mark.RunAsync(used, found.SeenAt, ct);
        // Whoever acts in another's name has what was lent, and nothing of their own beside it.
        var lent = await acting.RunAsync(found.Id, ct);
        var held = lent is null ? await HeldAsync(found.Id, ct) : [new(lent.Role, lent.Unit)];
        var counting = Separated(held.ToLookup(holding => holding.Key, holding => holding.Value));
        actor.Become(found.Id, lent is null ? found.Name : StructureText.ActorInName.Filled(found.Name, lent.FromName),
            [.. counting.Values.SelectMany(unit => unit).Distinct()], [.. counting.Keys], await ReachAsync(counting, ct));
        if (lent is not null)
            actor.ActFor(lent.FromAccount);
        if (found.MustChangePassword)
            return SessionState.MustChangePassword;
        var demanded = SignInDemands.Of(found.Demand);
        return !found.HasFactor && counting.Keys.Any(demanded.Contains) ? SessionState.MustAddSecondFactor : SessionState.Good;
    }

    private async Task<List<KeyValuePair<string, Guid>>> HeldAsync(Guid account, CancellationToken ct)
    {
        var today = time.Today();
        return await organization.Holdings.AsNoTracking().On(today).Where(holding => holding.AccountId == account)
            .Select(holding => new KeyValuePair<string, Guid>(holding.Role, holding.UnitId)).ToListAsync(ct);
    }

    // Nobody acts as two of the three administrators: whoever holds two, by whatever way, acts as none.
    private static Dictionary<string, Guid[]> Separated(ILookup<string, Guid> held)
    {
        var administrators = Roles.Administrators.Where(held.Contains).ToList();
        return held.Where(role => administrators.Count < 2 || !administrators.Contains(role.Key)).ToDictionary(role => role.Key, role => role.Distinct().ToArray());
    }

    private async Task<IEnumerable<KeyValuePair<string, FrozenSet<Guid>>>> ReachAsync(Dictionary<string, Guid[]> held, CancellationToken ct)
    {
        var below = UnitTree.Below(await units.AllAsync(ct));
        var reached = held.ToDictionary(role => role.Key, role => role.Value.SelectMany(below).ToFrozenSet());
        return (await rights.RunAsync(ct)).Select(right => KeyValuePair.Create(right.Key, right.Value.Where(reached.ContainsKey).SelectMany(role => reached[role]).ToFrozenSet()))
            .Where(right => right.Value.Count > 0);
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccessTokens;

/// <summary>Makes a token for oneself. Its secret is the outcome and is shown once.</summary>
internal sealed class CreateToken(OrganizationDb organization, IEnumerable<IModule> modules, Process process, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>So many living tokens has an account at most.</summary>
    public const int Most = 20;

    /// <summary>A token counts for so many days at most.</summary>
    public const int MostDays = 365;

    /// <summary>It is offered for so many.</summary>
    public const int UsualDays = 90;

    private const int LongestName = 60;

    /// <param name="name">What it is for.</param>
    /// <param name="scopes">Such as <c>planning:read</c>; only rooms in which the actor has a right.</param>
    /// <param name="lastDay">The last day on which it counts.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<string>> RunAsync(string name, IReadOnlyCollection<string> scopes, DateOnly? lastDay, CancellationToken ct)
    {
        if (actor.AccountId is not { } owner || actor.ActsFor is not null || actor.Token is not null || !actor.Can(OrganizationRights.UseTokens))
            return new Refusal("TokenNotYours");
        var today = time.Today();
        if (Refused(name.Trim(), scopes, lastDay, today) is { Count: > 0 } refusals)
            return refusals;
        if (await organization.AccessTokens.CountAsync(token => token.AccountId == owner && token.EndedAt == null && token.LastDay >= today, ct) >= Most)
            return new Refusal("TokensTooMany", "", Most);
        var stamp = await organization.Accounts.Where(account => account.Id == owner).Select(account => account.Stamp).SingleAsync(ct);
        var secret = TokenSecret.New();
        var token = new AccessToken
        {
            AccountId = owner, Stamp = stamp, Name = name.Trim(), Hash = TokenSecret.HashOf(secret), Scopes = Scopes.Parse(scopes).ToString(), MadeAt = process.At, LastDay = lastDay!.Value, // checked above
        };
        process.Begin("organization.create-token", RefOf(token.Id));
        organization.AccessTokens.Add(token);
        organization.AccessTokenUses.Add(new() { Id = token.Id });
        await organization.SaveAsync(ct);
        return secret;
    }

    /// <summary>How a token stands in the audit.</summary>
    public static Ref RefOf(Guid token) => new("organization", "accesstoken", token);

    private List<Refusal> Refused(string name, IReadOnlyCollection<string> scopes, DateOnly? lastDay, DateOnly today)
    {
        var offered = Scopes.RoomsOf(actor, modules);
        var asked = Scopes.Parse(scopes);
        (bool Wrong, Refusal Why)[] checks =
        [
            (name.Length is 0 or > LongestName, new("TokenNameForm", "Name", LongestName)),
            (asked.Rooms.Count == 0 || asked.Rooms.Keys.Except(offered).Any(), new("TokenScopes", "Scopes")),
            (lastDay is not { } last || last < today || last > today.AddDays(MostDays), new("TokenLastDay", "LastDay", MostDays)),
        ];
        return [.. checks.Where(check => check.Wrong).Select(check => check.Why)];
    }
}

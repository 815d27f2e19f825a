using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.SecondFactors;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ManageAccounts;

/// <summary>All that administrators see of an account; telephone number and mail address masked.</summary>
internal sealed class ViewAccountFile(OrganizationDb organization, AccountScope scope, IUnitDirectory units, FindSessions sessions, FindSecondFactors factors, Unmasking unmasking, TimeProvider time) : IHandler
{
    /// <summary>A role as it was, is or will be held.</summary>
    public sealed record Held(Guid Id, string Role, Guid UnitId, string Unit, DateOnly Since, DateOnly? Until, bool Counts);

    /// <summary>The account.</summary>
    public sealed record Known(
        Guid Id, string SignInName, string Name, string Phone, string Email, bool HasOneTimePassword, DateOnly? ClosedOn, DateTime? AsksSince,
        IReadOnlyList<Held> Roles, IReadOnlyList<Held> Proposed, IReadOnlyList<FindSessions.Row> Sessions, FindSecondFactors.Factors Factors, IReadOnlyList<ProcessRecord> Looks);

    /// <returns>Null when there is no such account for this actor.</returns>
    public async Task<Known?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await (await scope.RunAsync(OrganizationRights.View, ct)).AsNoTracking().FirstOrDefaultAsync(account => account.Id == id, ct) is not { } account)
            return null;
        var today = time.Today();
        var holdings = await organization.Holdings.AsNoTracking().Where(h => h.AccountId == id).OrderByDescending(h => h.Since).ThenBy(h => h.Id).ToListAsync(ct);
        var proposals = await organization.Proposals.AsNoTracking().Where(p => p.AccountId == id).OrderBy(p => p.Id).ToListAsync(ct);
        var names = await units.FindAsync([.. holdings.Select(h => h.UnitId).Concat(proposals.Select(p => p.UnitId)).Distinct()], ct);
        return new(account.Id, account.SignInName, account.Name, Mask.Of(MaskKind.Phone, account.Phone), Mask.Of(MaskKind.Email, account.Email), account.MustChangePassword, account.ClosedOn,
            await organization.RecoveryRequests.Where(r => r.AccountId == id && r.AnsweredAt == null).Select(r => (DateTime?)r.At).FirstOrDefaultAsync(ct),
            [.. holdings.Select(h => new Held(h.Id, h.Role, h.UnitId, names[h.UnitId].Name, h.Since, h.Until, h.Since <= today && (h.Until is null || h.Until >= today)))],
            [.. proposals.Select(p => new Held(p.Id, p.Role, p.UnitId, names[p.UnitId].Name, p.Since, p.Until, false))],
            await sessions.RunAsync(id, ct), await factors.RunAsync(id, ct), await unmasking.OfAsync(RefOf(id), 10, ct));
    }

    public static Ref RefOf(Guid account) => new("organization", "account", account);
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.SecondFactors;

/// <summary>Gives ten new recovery codes, shown once; the old ones no longer count.</summary>
internal sealed class GiveRecoveryCodes(OrganizationDb organization, Marks marks, ConfirmPassword confirm, Process process, Actor actor) : IHandler
{
    /// <summary>So many are given.</summary>
    public const int Count = 10;

    /// <returns>The codes, against one's password.</returns>
    public async Task<Outcome<List<string>>> RunAsync(string password, string address, CancellationToken ct)
    {
        if (await confirm.RunAsync(password, address, ct) is { } refusal)
            return refusal;
        process.Begin("organization.give-recovery-codes", new Ref("organization", "account", actor.AccountId!.Value));
        var codes = await AddAsync(actor.AccountId.Value, ct);
        await organization.SaveAsync(ct);
        return codes;
    }

    /// <summary>Adds them; saved with the act.</summary>
    public async Task<List<string>> AddAsync(Guid account, CancellationToken ct)
    {
        List<string> codes = [.. Enumerable.Range(0, Count).Select(_ => Passwords.RecoveryCode())];
        organization.RecoveryCodes.RemoveRange(await organization.RecoveryCodes.Where(old => old.AccountId == account).ToListAsync(ct));
        organization.RecoveryCodes.AddRange(codes.Select(code => new Model.RecoveryCode { AccountId = account, CodeMark = marks.OfCode(code) }));
        return codes;
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SecondFactors;

/// <summary>The second step of a sign-in: a code of the authenticator, or a recovery code, which is used up.</summary>
internal sealed class ProveSecondFactor(OrganizationDb organization, AuthenticatorSecrets secrets, Marks marks, Throttle throttle, Process process) : IHandler
{
    /// <summary>Who is in, and by what.</summary>
    public sealed record Proof(Account Account, string Factor);

    /// <param name="half">Whose password was right, and the account's stamp then.</param>
    /// <param name="typed">The code.</param>
    /// <param name="address">Where from.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Outcome<Proof>> RunAsync((Guid Account, Guid Stamp) half, string typed, string address, CancellationToken ct)
    {
        var account = await organization.Accounts.FirstOrDefaultAsync(a => a.Id == half.Account && a.Stamp == half.Stamp && a.ClosedOn == null, ct);
        if (account is null)
            return new Refusal("SignInAgain");
        // One's own mark: the same digits typed by many people are chance, not a guess at everybody.
        var guess = $"{account.Id:N} {typed}";
        var begun = await throttle.BeginAsync(account.SignInName, guess, address, ct);
        if (!begun.Succeeded)
            return begun.Refusals.ToList();
        process.Begin("organization.sign-in", new Ref("organization", "account", account.Id));
        if (await FactorAsync(account.Id, typed, ct) is { } factor)
        {
            // Saved with the session that begins by it, like the code that is used up.
            organization.Tries.Remove(begun.Value);
            return new Proof(account, factor);
        }
        throttle.Fail(begun.Value);
        await organization.SaveAsync(ct);
        return new Refusal("CodeWrong", "Form.Code");
    }

    // What is used up is saved with the session that begins by it.
    private async Task<string?> FactorAsync(Guid account, string typed, CancellationToken ct)
    {
        if (await organization.Authenticators.FirstOrDefaultAsync(a => a.AccountId == account, ct) is { } authenticator
            && Totp.Match(secrets.Open(account, authenticator.Secret), typed, process.At, authenticator.LastStep) is { } step)
        {
            authenticator.LastStep = step;
            return "totp";
        }
        var mark = marks.OfCode(typed.Trim().ToLowerInvariant());
        if (await organization.RecoveryCodes.FirstOrDefaultAsync(code => code.AccountId == account && code.CodeMark == mark && code.UsedAt == null, ct) is not { } found)
            return null;
        found.UsedAt = process.At;
        return "recovery-code";
    }
}

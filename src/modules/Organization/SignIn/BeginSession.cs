using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.SignIn;

/// <summary>Begins a session under a new id, whatever cookie the browser brought; the session that it brought ends.</summary>
internal sealed class BeginSession(OrganizationDb organization, Throttle throttle, Process process) : IHandler
{
    /// <param name="account">Who has shown all that is asked for.</param>
    /// <param name="origin">Where from.</param>
    /// <param name="secondFactor">What was shown beside the password: empty, totp, recovery-code, passkey.</param>
    /// <param name="former">The session in which this happens, or null.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<SignInSession> RunAsync(Account account, Origin origin, string secondFactor, Guid? former, CancellationToken ct)
    {
        process.Begin("organization.sign-in", new Ref("organization", "account", account.Id));
        var session = new SignInSession
        {
            AccountId = account.Id, Stamp = account.Stamp, BeganAt = process.At, Address = origin.Address, Device = origin.Device, SecondFactor = secondFactor,
        };
        organization.Sessions.Add(session);
        organization.SessionSights.Add(new() { Id = session.Id, SeenAt = process.At });
        if (former is { } id && await organization.Sessions.FirstOrDefaultAsync(old => old.Id == id, ct) is { } before)
            before.End(process.At);
        await throttle.ForgiveAsync(account.SignInName, ct);
        await organization.SaveAsync(ct);
        return session;
    }
}

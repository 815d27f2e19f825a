using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Data;

namespace Shuren.Organization.SignIn;

/// <summary>
/// Slows guessing down: against one name, from one address, and of one password against many names. Counted in the database, so it holds on
/// several nodes; counted alike for names that exist and names that do not, so it tells nothing.
/// A try is counted and written down, one after another, before the password is compared: of many that are sent at the same moment, no more are looked at than
/// if they had waited for each other's answer.
/// </summary>
internal sealed class Throttle(OrganizationDb organization, ShurenDb db, Marks marks, TimeProvider time) : IHandler
{
    /// <summary>So many failures against one name close it for <see cref="Window"/>.</summary>
    public const int PerName = 5;

    /// <summary>So many failures from one address close it; a school's people share one.</summary>
    public const int PerAddress = 40;

    /// <summary>One password against so many different names is a guess at everybody; nobody's sign-in with it is taken for a while.</summary>
    public const int NamesPerPassword = 5;

    /// <summary>How long failures count against a name and an address.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    /// <summary>How long they count against a password.</summary>
    public static readonly TimeSpan PasswordWindow = TimeSpan.FromHours(1);

    /// <summary>A try that has taken longer was never ended: its machine failed.</summary>
    private static readonly TimeSpan LongestTry = TimeSpan.FromMinutes(1);

    /// <summary>Begins a try. It is saved at once; <see cref="Fail"/> or <see cref="EndAsync"/> ends it.</summary>
    /// <returns>The try, or why it is not even looked at: <c>SignInLocked</c>, <c>SignInTooMany</c>, <c>SignInSprayed</c> with the minutes.</returns>
    public async Task<Outcome<SignInTry>> BeginAsync(string name, string password, string address, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var one = new SignInTry { At = now, NameMark = marks.OfName(name), PasswordMark = marks.OfPassword(password), Address = address };
        await using var held = db.Hold();
        await held.StandInRowAsync(ct);
        if (await RefusalOfAsync(one, now, ct) is { } refusal)
            return refusal;
        await held.CommitAsync(one, ct);
        return one;
    }

    /// <summary>Turns a try into a failure; saved with the act.</summary>
    public void Fail(SignInTry one)
    {
        organization.Tries.Remove(one);
        organization.Attempts.Add(new() { At = one.At, NameMark = one.NameMark, PasswordMark = one.PasswordMark, Address = one.Address });
    }

    /// <summary>Ends a try that is not counted.</summary>
    public async Task EndAsync(SignInTry one, CancellationToken ct)
    {
        organization.Tries.Remove(one);
        await organization.SaveAsync(ct);
    }

    /// <summary>Forgets the failures against a name, and whatever is too old to count; saved with the act.</summary>
    public async Task ForgiveAsync(string name, CancellationToken ct)
    {
        var nameMark = marks.OfName(name);
        var now = time.GetUtcNow().UtcDateTime;
        var old = now - PasswordWindow;
        organization.Attempts.RemoveRange(await organization.Attempts.Where(attempt => attempt.NameMark == nameMark || attempt.At < old).Take(200).ToListAsync(ct));
        organization.Tries.RemoveRange(await organization.Tries.Where(one => one.At < old).Take(200).ToListAsync(ct));
    }

    // Tries are read before failures: one that fails in between is counted twice, never not at all.
    private async Task<Refusal?> RefusalOfAsync(SignInTry one, DateTime now, CancellationToken ct)
    {
        var (going, recent, lately) = (now - LongestTry, now - Window, now - PasswordWindow);
        var tries = await organization.Tries.AsNoTracking()
            .Where(other => other.At > going && (other.NameMark == one.NameMark || other.Address == one.Address || other.PasswordMark == one.PasswordMark)).ToListAsync(ct);
        var attempts = organization.Attempts.AsNoTracking();
        if (tries.Count(other => other.NameMark == one.NameMark) + await attempts.CountAsync(attempt => attempt.NameMark == one.NameMark && attempt.At > recent, ct) >= PerName)
            return new("SignInLocked", "", (int)Window.TotalMinutes);
        if (one.Address != "" && tries.Count(other => other.Address == one.Address) + await attempts.CountAsync(attempt => attempt.Address == one.Address && attempt.At > recent, ct) >= PerAddress)
            return new("SignInTooMany", "", (int)Window.TotalMinutes);
        var names = await attempts.Where(attempt => attempt.PasswordMark == one.PasswordMark && attempt.At > lately && attempt.NameMark != one.NameMark)
            .Select(attempt => attempt.NameMark).Distinct().ToListAsync(ct);
        var others = names.Union(tries.Where(other => other.PasswordMark == one.PasswordMark && other.NameMark != one.NameMark).Select(other => other.NameMark)).Count();
        return others >= NamesPerPassword ? new Refusal("SignInSprayed", "", (int)PasswordWindow.TotalMinutes) : null;
    }
}

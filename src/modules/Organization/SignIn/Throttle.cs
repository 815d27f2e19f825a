using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;

namespace Shuren.Organization.SignIn;

/// <summary>
/// Slows guessing down: against one name, from one address, and of one password against many names. Counted in the database, so it holds on
/// several nodes; counted alike for names that exist and names that do not, so it tells nothing.
/// </summary>
internal sealed class Throttle(OrganizationDb organization, Marks marks, TimeProvider time) : IHandler
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

    /// <summary>Why a sign-in is not even looked at, or null.</summary>
    public async Task<Refusal?> RefusalOfAsync(string name, string password, string address, CancellationToken ct)
    {
        var (nameMark, passwordMark) = (marks.OfName(name), marks.OfPassword(password));
        var now = time.GetUtcNow().UtcDateTime;
        var (recent, lately) = (now - Window, now - PasswordWindow);
        var attempts = organization.Attempts.AsNoTracking();
        if (await attempts.CountAsync(attempt => attempt.NameMark == nameMark && attempt.At > recent, ct) >= PerName)
            return new("SignInLocked", "", (int)Window.TotalMinutes);
        if (address != "" && await attempts.CountAsync(attempt => attempt.Address == address && attempt.At > recent, ct) >= PerAddress)
            return new("SignInTooMany", "", (int)Window.TotalMinutes);
        var names = await attempts.Where(attempt => attempt.PasswordMark == passwordMark && attempt.At > lately && attempt.NameMark != nameMark)
            .Select(attempt => attempt.NameMark).Distinct().CountAsync(ct);
        return names >= NamesPerPassword ? new Refusal("SignInSprayed", "", (int)PasswordWindow.TotalMinutes) : null;
    }

    /// <summary>Notes a failure; saved with the act.</summary>
    public void Fail(string name, string password, string address) => organization.Attempts.Add(new()
    {
        At = time.GetUtcNow().UtcDateTime, NameMark = marks.OfName(name), PasswordMark = marks.OfPassword(password), Address = address,
    });

    /// <summary>Forgets the failures against a name, and whatever is too old to count; saved with the act.</summary>
    public async Task ForgiveAsync(string name, CancellationToken ct)
    {
        var nameMark = marks.OfName(name);
        var old = time.GetUtcNow().UtcDateTime - PasswordWindow;
        organization.Attempts.RemoveRange(await organization.Attempts.Where(attempt => attempt.NameMark == nameMark || attempt.At < old).Take(200).ToListAsync(ct));
    }
}

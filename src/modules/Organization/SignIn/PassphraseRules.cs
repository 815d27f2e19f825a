using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Districts;

namespace Shuren.Organization.SignIn;

/// <summary>
/// Which passphrases are taken (NIST SP 800-63B § 5.1.1.2): long enough, any character, no rules of composition, no end by date;
/// not what guessers try first, and not the name of the person, the bureau or the district.
/// </summary>
internal sealed partial class PassphraseRules(OrganizationDb organization, CurrentDistrict district) : IHandler
{
    /// <summary>The fewest characters.</summary>
    public const int MinimumLength = 8;

    /// <summary>The most characters: far beyond the 64 that have to be allowed, and short enough to hash.</summary>
    public const int MaximumLength = 200;

    /// <summary>Fewer different characters than this are a pattern, however long.</summary>
    private const int FewestDifferent = 5;

    private const string Rows = "abcdefghijklmnopqrstuvwxyz|qwertyuiop|asdfghjkl|zxcvbnm|01234567890|1qaz2wsx3edc4rfv5tgb6yhn7ujm";

    /// <summary>Why a passphrase is not taken, or null.</summary>
    public async Task<Refusal?> RefusalOfAsync(string password, Account account, CancellationToken ct)
    {
        var normal = Passwords.Normal(password);
        var length = normal.EnumerateRunes().Count();
        if (length < MinimumLength)
            return new("PasswordTooShort", "new", MinimumLength);
        if (length > MaximumLength)
            return new("PasswordTooLong", "new", MaximumLength);
        if (GuessedPasswords.Holds(normal) || GuessedPasswords.Holds(Tail().Replace(normal, "")) || IsPattern(normal))
            return new("PasswordCommon", "new");
        if (await NamesAsync(account, ct) is var names && names.FirstOrDefault(name => normal.Contains(name, StringComparison.OrdinalIgnoreCase)) is { } told)
            return new("PasswordNames", "new", told);
        return Passwords.Matches(account.PasswordHash, password) ? new Refusal("PasswordSame", "new") : null;
    }

    private static bool IsPattern(string password)
    {
        var lower = password.ToLowerInvariant();
        return lower.EnumerateRunes().Distinct().Count() < FewestDifferent || Rows.Split('|').Any(row => row.Contains(lower, StringComparison.Ordinal) || Reversed(row).Contains(lower, StringComparison.Ordinal));
    }

    private static string Reversed(string row) => string.Concat(row.Reverse());

    private async Task<IReadOnlyList<string>> NamesAsync(Account account, CancellationToken ct)
    {
        var bureau = await organization.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Bureau).Select(unit => new { unit.Name, unit.ShortName }).ToListAsync(ct);
        return [.. bureau.SelectMany(unit => new[] { unit.Name, unit.ShortName }).Concat([account.SignInName, account.Name, district.Name, district.Code]).Where(IsTelling).Distinct()];
    }

    // One Han character or three letters stand in many sentences that have nothing to do with the name.
    private static bool IsTelling(string name) => name.Length >= 4 || (name.Length >= 2 && name.All(c => c >= 0x2E80));

    // Guessers put digits behind a word: password1, password2026.
    [GeneratedRegex("[0-9!.@#]{1,4}$")]
    private static partial Regex Tail();
}

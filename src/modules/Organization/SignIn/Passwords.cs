using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Shuren.Kernel;
using Shuren.Organization.Model;

namespace Shuren.Organization.SignIn;

/// <summary>Passwords: hashed by ASP.NET Core Identity (PBKDF2), long rather than complicated (NIST SP 800-63B).</summary>
internal static class Passwords
{
    /// <summary>The shortest passphrase that is taken.</summary>
    public const int MinimumLength = 10;

    private const int MaximumLength = 200;

    // Letters and digits that cannot be mistaken for each other on paper.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly PasswordHasher<string> Hasher = new();

    public static string Hash(string password) => Hasher.HashPassword("", password);

    public static bool Matches(string hash, string password) => Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;

    /// <summary>A one-time password: four groups of four, about 79 bits.</summary>
    public static string OneTime() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Readable, 4)));

    /// <summary>Why a passphrase is not taken, or null.</summary>
    public static Refusal? RefusalOf(string password, Account account)
    {
        if (password.Length < MinimumLength)
            return new("PasswordTooShort", "new", MinimumLength);
        if (password.Length > MaximumLength)
            return new("PasswordTooLong", "new", MaximumLength);
        if (password.Distinct().Count() < 5 || password.Contains(account.SignInName, StringComparison.OrdinalIgnoreCase))
            return new("PasswordTooSimple", "new");
        return Matches(account.PasswordHash, password) ? new Refusal("PasswordSame", "new") : null;
    }
}

using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Shuren.Organization.SignIn;

/// <summary>Passwords: hashed by ASP.NET Core Identity (PBKDF2). Which are taken says <see cref="PassphraseRules"/>.</summary>
internal static class Passwords
{
    // Letters and digits that cannot be mistaken for each other on paper.
    private const string Readable = "abcdefghjkmnpqrstuvwxyz23456789";

    private static readonly PasswordHasher<string> Hasher = new();

    /// <summary>Hashes the normalised form (NIST SP 800-63B: NFKC), so that one keyboard's full-width signs are another's half-width ones.</summary>
    public static string Hash(string password) => Hasher.HashPassword("", Normal(password));

    public static bool Matches(string hash, string password) =>
        Verifies(hash, Normal(password)) || (Normal(password) != password && Verifies(hash, password));

    /// <summary>A one-time password: four groups of four, about 79 bits.</summary>
    public static string OneTime() => string.Join('-', Enumerable.Range(0, 4).Select(_ => RandomNumberGenerator.GetString(Readable, 4)));

    /// <summary>A recovery code: two groups of five, about 49 bits.</summary>
    public static string RecoveryCode() => string.Join('-', Enumerable.Range(0, 2).Select(_ => RandomNumberGenerator.GetString(Readable, 5)));

    public static string Normal(string password) => password.Normalize(NormalizationForm.FormKC);

    private static bool Verifies(string hash, string password) => Hasher.VerifyHashedPassword("", hash, password) != PasswordVerificationResult.Failed;
}

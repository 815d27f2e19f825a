using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shuren.Organization.AccessTokens;

/// <summary>The secret of a token: a prefix by which scanners of published code know it, then 256 random bits.</summary>
internal static class TokenSecret
{
    public const string Prefix = "shuren_pat_";

    private const int Bytes = 32;
    private const int Letters = 43;

    /// <summary>A new secret, safe in a header.</summary>
    public static string New() => Prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it has the form of one; what has not is not looked for.</summary>
    public static bool IsOne(string text) => text.Length == Prefix.Length + Letters && text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length));

    /// <summary>SHA-256 in lower-case hex. No salt and no stretching: nobody guesses 256 bits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Shuren.Planning.FeedCalendar;

/// <summary>The secret part of a feed's address. Only its hash is kept: who reads the database cannot read the feeds.</summary>
internal static class FeedSecret
{
    /// <summary>A new secret of 256 bits, safe in an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>SHA-256 in lower-case hex. No salt and no stretching: nobody guesses 256 bits.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}

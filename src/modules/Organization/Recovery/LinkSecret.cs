using System.Buffers.Text;
using System.Security.Cryptography;

namespace Shuren.Organization.Recovery;

/// <summary>The secret of a mailed link: 256 random bits, safe in an address.</summary>
internal static class LinkSecret
{
    private const int Bytes = 32;
    private const int Letters = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether it has the form of one; what has not is not looked for.</summary>
    public static bool IsOne(string? text) => text?.Length == Letters && Base64Url.IsValid(text.AsSpan());
}

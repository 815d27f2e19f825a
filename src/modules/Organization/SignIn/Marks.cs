using System.Security.Cryptography;
using System.Text;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Platform.Secrets;

namespace Shuren.Organization.SignIn;

/// <summary>
/// Marks by which equal things are known as equal without being kept: keyed hashes (HMAC-SHA-256) whose key lies outside the database.
/// People type passwords into the name field by mistake, so names are marked too.
/// </summary>
internal sealed class Marks(KeyFolder keys, CurrentDistrict district) : IHandler
{
    private readonly byte[] key = keys.KeyOf("marks");

    /// <summary>A name as typed at sign-in.</summary>
    public string OfName(string name) => Of("name", name)[..32];

    /// <summary>A wrong password. Short on purpose, 24 bits: it shows that many tried the same, and fits thousands of other words as well.</summary>
    public string OfPassword(string password) => Of("password", password)[..6];

    /// <summary>A recovery code.</summary>
    public string OfCode(string code) => Of("code", code);

    /// <summary>A link that went out by mail.</summary>
    public string OfLink(string secret) => Of("link", secret);

    private string Of(string kind, string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{district.Code}\n{kind}\n{text}")));
}

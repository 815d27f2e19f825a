using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Shuren.Platform.Doors;

/// <summary>
/// Tags of answers: the version of the row and a digest of what was said, <c>"12.9f86d081884c7d65"</c>. A reader compares the whole tag, so a lamp that changed
/// overnight is news; a writer's <c>If-Match</c> compares the version alone, so the same lamp makes no write stale.
/// </summary>
internal static class ETags
{
    private const int DigestBytes = 8;

    public static string Of(long? version, ReadOnlySpan<byte> body)
    {
        var digest = Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, DigestBytes));
        return version is { } counted ? string.Create(CultureInfo.InvariantCulture, $"\"{counted}.{digest}\"") : $"\"{digest}\"";
    }

    /// <summary>Whether one of the tags, or <c>*</c>, is this one.</summary>
    public static bool Has(StringValues header, string tag) => Tags(header).Any(sent => sent == "*" || sent == tag || sent == "W/" + tag);

    /// <summary>The versions that the tags name; what is no tag of ours names none.</summary>
    public static IReadOnlyList<long> VersionsOf(StringValues header) =>
        [.. Tags(header).Select(tag => long.TryParse(tag.Trim('"').Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : -1)];

    private static string[] Tags(StringValues header) => header.ToString().Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Platform.Data;

namespace Shuren.Platform.Processes;

/// <summary>A value as it stands in the audit: the same text on both databases, so that a table can be rebuilt from its audit.</summary>
internal static class AuditText
{
    /// <summary>The text; null for null. A secret gives the beginning of its hash.</summary>
    public static string? Of(object? value, IReadOnlyProperty property) => value switch
    {
        null => null,
        _ when IsSecret(property) => "•" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Plain(value)!)))[..8],
        _ => Plain(value),
    };

    private static string? Plain(object value) => value switch
    {
        string text => text,
        byte[] bytes => Convert.ToBase64String(bytes),
        // As the database keeps it, or the audit would say a moment that no table has.
        DateTime moment => Moments.Kept(moment).ToString("O", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable list => JsonSerializer.Serialize(list, AuditWriter.Readable),
        _ => value.ToString(),
    };

    private static bool IsSecret(IReadOnlyProperty property) =>
        (property.Name.StartsWith("Password", StringComparison.Ordinal) && property.Name.EndsWith("Hash", StringComparison.Ordinal))
        || property.PropertyInfo?.IsDefined(typeof(SecretAttribute)) == true;
}

using System.Text.RegularExpressions;

namespace Shuren.Platform.Districts;

/// <summary>What may name a namespace: it becomes a file name, a schema name and a segment of the address.</summary>
public static partial class DistrictCode
{
    /// <summary>2 to 40 lower-case letters, digits and underscores, beginning with a letter, and no word that the site itself uses.</summary>
    public static bool IsValid(string code) => Form().IsMatch(code) && !Reserved.Contains(code);

    private static readonly HashSet<string> Reserved =
        new(StringComparer.Ordinal) { "public", "information_schema", "health", "metrics", "districts", "error", "api", "static", "shuren" };

    [GeneratedRegex("^[a-z][a-z0-9_]{1,39}$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}

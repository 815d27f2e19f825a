using System.Globalization;
using Shuren.Formulas.Catalogues;

namespace Shuren.Schools.Facts;

/// <summary>Columns of a fact. Codes are named by their English word in lower case with underscores, and by the Chinese word that the pages show.</summary>
internal static class FactColumns
{
    /// <summary>A code whose kinds are those of an enum.</summary>
    public static Column Code<T>(string english, string chinese, string[]? words = null, string? sql = null) where T : struct, Enum =>
        Code(english, chinese, Enum.GetNames<T>(), words ?? [.. Enum.GetValues<T>().Select(WordOf)], sql);

    /// <summary>A code of a list.</summary>
    public static Column Code(string english, string chinese, string[] codes, string[] words, string? sql = null) =>
        new(new(english, chinese), sql ?? english, ColumnType.Code) { Choices = [.. codes.Zip(words, (code, word) => new Choice(code, new(Snake(code), word)))] };

    public static Column Truth(string english, string chinese, string? sql = null) => new(new(english, chinese), sql ?? english, ColumnType.Truth);

    public static Column Whole(string english, string chinese, Measure? measure = null, long scale = 1, string? sql = null) =>
        new(new(english, chinese), sql ?? english, ColumnType.Whole) { Measure = measure, Scale = scale };

    public static Column Day(string english, string chinese, string? sql = null) => new(new(english, chinese), sql ?? english, ColumnType.Date);

    /// <summary>Who or what a row is about: counted distinct, nothing more.</summary>
    public static Column Identity(string english, string chinese, string sql) => new(new(english, chinese), sql, ColumnType.Identity);

    // A word of a formula has no punctuation: 校长（园长）is written 校长园长.
    private static string WordOf<T>(T value) where T : struct, Enum =>
        string.Concat(SchoolsText.ResourceManager.GetString($"{typeof(T).Name}_{value}", CultureInfo.InvariantCulture)!.Where(char.IsLetterOrDigit)); // each kind has its word

    private static string Snake(string code) => string.Concat(code.Select((letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "_") + char.ToLowerInvariant(letter) : letter.ToString()));
}

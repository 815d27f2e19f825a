namespace Shuren.Formulas.Catalogues;

/// <summary>A name in both languages. Either may be written in any formula.</summary>
/// <param name="English">One word, lower case: <c>pupils</c>.</param>
/// <param name="Chinese">One word: 学生.</param>
public sealed record Term(string English, string Chinese)
{
    /// <summary>Further words for the same thing, such as the singular.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The name in that language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;

    internal bool Is(string written) =>
        English.Equals(written, StringComparison.OrdinalIgnoreCase)
        || Chinese.Equals(written, StringComparison.OrdinalIgnoreCase)
        || Aliases.Any(alias => alias.Equals(written, StringComparison.OrdinalIgnoreCase));

    internal IEnumerable<string> Words => [English, Chinese, .. Aliases];
}

namespace Shuren.Formulas.Catalogues;

/// <summary>A unit of measurement: pupils, square metres, yuan. Two are the same when their English words are.</summary>
/// <param name="English">The sign or word in English.</param>
/// <param name="Chinese">The sign or word in Chinese.</param>
public sealed record Measure(string English, string Chinese)
{
    /// <summary>Parts in a hundred: what <c>percent of</c> gives.</summary>
    public static Measure Percent { get; } = new("%", "%");

    /// <summary>The word in that language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}

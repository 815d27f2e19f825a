namespace Shuren.Formulas.Diagnostics;

/// <summary>What is wrong with a formula, where, and what to do.</summary>
/// <param name="Code">Stays the same for ever: FX101.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in characters.</param>
/// <param name="Length">How many characters it is about; at least 1.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do; null where the message says it.</param>
public sealed record Diagnostic(string Code, int Line, int Column, int Length, Told Message, Told? Hint)
{
    /// <summary>One line: place, code, message, hint.</summary>
    public string In(Language language) =>
        $"{Line}:{Column} {Code} {Message.In(language)}" + (Hint is null ? "" : " " + Hint.In(language));
}

/// <summary>A sentence in both languages.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In Chinese.</param>
public sealed record Told(string English, string Chinese)
{
    /// <summary>The sentence in that language.</summary>
    public string In(Language language) => language == Language.Chinese ? Chinese : English;
}

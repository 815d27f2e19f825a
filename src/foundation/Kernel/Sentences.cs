using System.Globalization;

namespace Shuren.Kernel;

/// <summary>Fills the gaps of a sentence. A gap with two words takes the first for one and the second for any other number:
/// <c>{0} {0:task|tasks}</c> is "1 task", "0 tasks", "12 tasks". Chinese sentences need no such gap.</summary>
public static class Sentences
{
    private static readonly CountingWords Words = new();

    /// <summary>The sentence with its gaps filled; dates and numbers as the current culture writes them.</summary>
    /// <param name="sentence">A composite format, as it stands in a text resource.</param>
    /// <param name="args">What stands in its gaps; a count may be a number or already written.</param>
    public static string Filled(this string sentence, params ReadOnlySpan<object?> args) => string.Format(Words, sentence, args);

    private sealed class CountingWords : IFormatProvider, ICustomFormatter
    {
        // Only the formatter is ours: numbers and dates ask the culture of the thread.
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        public string Format(string? format, object? arg, IFormatProvider? formatProvider) => format?.Split('|') is [var one, var several]
            ? Convert.ToString(arg, CultureInfo.InvariantCulture) == "1" ? one : several
            : arg is IFormattable number ? number.ToString(format, CultureInfo.CurrentCulture) : arg?.ToString() ?? "";
    }
}

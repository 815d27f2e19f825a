using System.Globalization;

namespace Shuren.Schools.ImportRolls;

/// <summary>Fills the places of a sentence from the resource file.</summary>
internal static class Sentences
{
    public static string Filled(this string sentence, params object?[] args) => string.Format(CultureInfo.CurrentCulture, sentence, args);
}

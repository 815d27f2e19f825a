using System.Globalization;

namespace Shuren.Planning.ImportPlan;

/// <summary>A sentence of the resource with its gaps filled.</summary>
internal static class Sentence
{
    public static string Fill(string sentence, params object?[] args) => string.Format(CultureInfo.CurrentCulture, sentence, args);
}

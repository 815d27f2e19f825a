using System.Text;

namespace Shuren.Platform.Search;

/// <summary>How words are compared: wide and narrow, large and small letters are the same; gaps and signs do not count.</summary>
public static class Folding
{
    /// <summary>The folded text.</summary>
    public static string Of(string text) => WithPlaces(text).Folded;

    /// <summary>The folded text, and for each of its characters the place in the text from which it comes.</summary>
    public static (string Folded, IReadOnlyList<int> Places) WithPlaces(string text)
    {
        var (folded, places) = (new StringBuilder(text.Length), new List<int>(text.Length));
        for (var at = 0; at < text.Length; at++)
        {
            // Half of a pair stands for itself: both halves are kept, so the pair is found.
            var normal = char.IsSurrogate(text[at]) ? text[at].ToString() : text[at].ToString().Normalize(NormalizationForm.FormKC);
            foreach (var one in normal.Where(one => char.IsLetterOrDigit(one) || char.IsSurrogate(one)))
            {
                folded.Append(char.ToLowerInvariant(one));
                places.Add(at);
            }
        }
        return (folded.ToString(), places);
    }
}

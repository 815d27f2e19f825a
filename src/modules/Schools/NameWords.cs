namespace Shuren.Schools;

/// <summary>The words by which a person is looked for: the beginning of a name, or of the initials of its pinyin.</summary>
internal static class NameWords
{
    /// <summary>Whether they are initials and no name.</summary>
    public static bool IsLetters(string words) => words.All(char.IsAsciiLetterLower);

    /// <summary>Where the beginnings end in an index: the word whose last character is the next one.</summary>
    public static string End(string words) => words[..^1] + (char)(words[^1] + 1);
}

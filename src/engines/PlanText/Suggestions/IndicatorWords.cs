namespace Shuren.PlanText.Suggestions;

/// <summary>The words of <c>indicator-words.txt</c>: what is said in several ways, what excludes each other, what changes the matter.</summary>
internal static class IndicatorWords
{
    /// <summary>A way to say something, and how all ways are read; the longer first.</summary>
    private static readonly (string Said, string Read)[] Same =
        [.. Lines("同").SelectMany(words => words.Skip(1).Select(word => (word, words[0]))).OrderByDescending(pair => pair.word.Length)];

    /// <summary>Sets of words, of which a matter has one; each word with the ways to write it.</summary>
    internal static IReadOnlyList<string[][]> Exclusive { get; } = [.. Lines("斥").Select(words => words.Select(word => word.Split('/')).ToArray())];

    /// <summary>Words that change what is measured.</summary>
    internal static IReadOnlyList<string> Narrowing { get; } = [.. Lines("限").SelectMany(words => words)];

    /// <summary>The words as all of them are read: 普惠园覆盖率 becomes 普惠性幼儿园覆盖率.</summary>
    internal static string Read(string words)
    {
        var read = words.Replace("“", "", StringComparison.Ordinal).Replace("”", "", StringComparison.Ordinal);
        for (var at = 0; at < read.Length; at++)
        {
            if (Same.FirstOrDefault(pair => string.CompareOrdinal(read, at, pair.Said, 0, pair.Said.Length) == 0) is { Said: not null } pair && !StandsAs(read, at, pair.Read))
            {
                read = read[..at] + pair.Read + read[(at + pair.Said.Length)..];
                at += pair.Read.Length - 1;
            }
        }
        return read;
    }

    // 普惠性幼儿园 already stands there: its part 普惠性 is not read again.
    private static bool StandsAs(string read, int at, string wanted) =>
        Enumerable.Range(0, wanted.Length).Any(back => at >= back && string.CompareOrdinal(read, at - back, wanted, 0, wanted.Length) == 0);

    private static IEnumerable<string[]> Lines(string kind) => SuggestionFile.Lines("indicator-words.txt").Select(SuggestionFile.Words).Where(words => words[0] == kind).Select(words => words[1..]);
}

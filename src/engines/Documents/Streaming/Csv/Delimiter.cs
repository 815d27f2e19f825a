namespace Shuren.Documents.Streaming.Csv;

/// <summary>Finds what stands between the cells of a text.</summary>
internal static class Delimiter
{
    private const string Candidates = ",\t;|";
    private const int MostLines = 30;

    /// <summary>The sign that parts the lines most often into equally many cells; a comma where none does.</summary>
    /// <param name="head">The beginning of the text; what stands in quotation marks is not counted.</param>
    internal static char Of(ReadOnlySpan<char> head)
    {
        var best = (Sign: ',', Score: 0);
        foreach (var sign in Candidates)
        {
            var score = Counts(head, sign).Where(count => count > 0).GroupBy(count => count).Select(alike => alike.Key * alike.Count()).DefaultIfEmpty().Max();
            if (score > best.Score)
                best = (sign, score);
        }
        return best.Sign;
    }

    private static List<int> Counts(ReadOnlySpan<char> head, char sign)
    {
        var counts = new List<int>();
        var (count, quoted) = (0, false);
        foreach (var c in head)
        {
            if (c == '"')
                quoted = !quoted;
            else if (c == sign && !quoted)
                count++;
            else if (c == '\n' && !quoted)
            {
                counts.Add(count);
                count = 0;
                if (counts.Count == MostLines)
                    return counts;
            }
        }
        counts.Add(count);
        return counts;
    }
}

using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Shuren.PlanText.Sources.Html;

/// <summary>A web page as its reader sees it. No script runs, nothing is fetched.</summary>
internal static class HtmlReader
{
    /// <summary>A page with more elements is a trap: the largest government pages have some ten thousand.</summary>
    private const int MostTags = 400_000;

    internal static async Task<SourceReading> ReadAsync(string html, string fileName, SourceLimits limits, CancellationToken ct)
    {
        if (html.AsSpan().Count('<') > MostTags || NestsTooDeep(html, limits.MaxDepth))
            return SourceReading.Refused(SourceProblemKind.Damaged);
        using var document = await new HtmlParser().ParseDocumentAsync(html, ct);
        var writer = new LineWriter(limits.MaxCharacters);
        if (document.Body is { } body)
            new HtmlWalk(writer, HtmlFurniture.Find(body)).Write(body, ct);
        return writer.IsFull
            ? SourceReading.Refused(SourceProblemKind.TooMuchText, limits.MaxCharacters)
            : SourceReading.Of(writer.ToText(fileName, document.Title));
    }

    /// <summary>
    /// A cheap look before the parser, whose time grows with the square of the depth: tags that are opened and never closed.
    /// Elements that end by themselves (p, li, br ...) do not count.
    /// </summary>
    private static bool NestsTooDeep(string html, int maxDepth)
    {
        var (depth, deepest) = (0, 0);
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            var closes = html[at + 1] == '/';
            var name = NameAt(html, closes ? at + 2 : at + 1);
            if (name.IsEmpty || HtmlElements.EndThemselves.Contains(name.ToString().ToLowerInvariant()))
                continue;
            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            deepest = Math.Max(deepest, depth);
        }
        return deepest > maxDepth;
    }

    private static ReadOnlySpan<char> NameAt(string html, int at)
    {
        var end = at;
        while (end < html.Length && end - at < 32 && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return html.AsSpan(Math.Min(at, html.Length), Math.Max(0, end - at));
    }
}

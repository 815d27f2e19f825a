using System.Text.RegularExpressions;

namespace Shuren.PlanText.Sources.Pdf;

/// <summary>Finds page numbers and running heads and feet: what stands at the edge of a page and comes back on others.</summary>
internal static partial class PdfFurniture
{
    /// <summary>The edges, as a share of the page's height; GB/T 9704 leaves 37 mm of 297 above the text.</summary>
    private const double Edge = 0.13;

    internal static IReadOnlySet<PdfLine> Find(IReadOnlyList<PdfPage> pages)
    {
        var atEdge = pages.SelectMany(page => page.Lines.Where(line => IsAtEdge(page, line))).ToList();
        var running = atEdge
            .GroupBy(line => (Words: Numbers().Replace(line.Words, "#"), Row: (int)Math.Round(line.Top / 8)))
            .Where(group => group.Select(line => line.Page).Distinct().Count() >= LeastPages(pages.Count))
            .SelectMany(group => group);
        return atEdge.Where(line => PageNumber.Is(line.Words)).Concat(running).ToHashSet();
    }

    /// <summary>Left and right pages may have heads of their own, so a third of the pages is enough; one page proves nothing.</summary>
    private static int LeastPages(int pages) => Math.Max(2, pages / 3);

    private static bool IsAtEdge(PdfPage page, PdfLine line) =>
        line.Bottom < Edge * page.Height || line.Top > (1 - Edge) * page.Height;

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}

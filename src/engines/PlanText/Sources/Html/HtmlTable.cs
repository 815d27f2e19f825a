using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Shuren.PlanText.Sources.Html;

/// <summary>Tells tables of data from tables that only lay out a page, and reads the former.</summary>
internal static class HtmlTable
{
    /// <summary>A cell with more text than this holds a document, not a datum.</summary>
    private const int LongestCell = 3000;

    private const int MostColumns = 100;

    internal static bool IsData(IHtmlTableElement table) =>
        table.GetAttribute("role") is not "presentation"
        && table.Rows.Length >= 2
        && table.QuerySelector("table, h1, h2, h3, nav, form") is null
        && table.Rows.Count(row => row.Cells.Length >= 2) * 2 >= table.Rows.Length
        && table.Rows.SelectMany(row => row.Cells).All(cell => cell.TextContent.Length <= LongestCell);

    /// <summary>The rows, every one with a cell for each column: what a merged cell covers is empty, so that columns stay columns.</summary>
    internal static IEnumerable<IReadOnlyList<string>> RowsOf(IHtmlTableElement table)
    {
        var covered = new int[MostColumns];
        foreach (var row in table.Rows)
        {
            var cells = new List<string>();
            foreach (var cell in row.Cells)
            {
                AddCovered(cells, covered);
                var rows = Math.Clamp(cell.RowSpan, 1, 1000);
                var columns = Math.Clamp(cell.ColumnSpan, 1, MostColumns);
                for (var column = 0; column < columns && cells.Count < MostColumns; column++)
                {
                    covered[cells.Count] = rows - 1;
                    cells.Add(column == 0 ? WordsOf(cell) : "");
                }
            }
            AddCovered(cells, covered);
            if (cells.Any(cell => cell.Length > 0))
                yield return cells;
        }
    }

    /// <summary>Fills the columns that a cell from a row above reaches into.</summary>
    private static void AddCovered(List<string> cells, int[] covered)
    {
        while (cells.Count < MostColumns && covered[cells.Count] > 0)
        {
            covered[cells.Count]--;
            cells.Add("");
        }
    }

    private static string WordsOf(IElement cell)
    {
        var words = new HtmlWords();
        foreach (var node in cell.GetDescendants())
        {
            if (node is IText text && text.ParentElement is { } parent && !HtmlElements.Unseen.Contains(parent.LocalName))
                words.Append(text.Data);
            else if (node is IElement element && (element.LocalName == "br" || HtmlElements.Blocks.Contains(element.LocalName)))
                words.Append(" ");
        }
        return words.Take();
    }
}

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Shuren.PlanText.Sources.Html;

/// <summary>Walks a page in reading order and writes what is seen as lines: blocks, headings, list items, table rows.</summary>
internal sealed class HtmlWalk(LineWriter writer, IReadOnlySet<INode> furniture)
{
    private readonly HtmlWords words = new();
    private readonly HtmlLists lists = new();
    private int headingLevel;
    private int furnitureDepth, preformattedDepth;

    /// <summary>
    /// Writes an element and all in it. No recursion, for pages may nest deep; and by index, for asking a node for its
    /// next sibling takes as long as there are siblings.
    /// </summary>
    internal void Write(IElement root, CancellationToken ct)
    {
        var open = new Stack<(INode Node, int Next)>();
        if (Enter(root))
            open.Push((root, 0));
        while (open.TryPop(out var top))
        {
            ct.ThrowIfCancellationRequested();
            if (top.Next == top.Node.ChildNodes.Length)
            {
                Leave(top.Node);
                continue;
            }
            open.Push((top.Node, top.Next + 1));
            if (Enter(top.Node.ChildNodes[top.Next]))
                open.Push((top.Node.ChildNodes[top.Next], 0));
        }
        EndLine();
    }

    /// <summary>Begins a node; false where nothing in it is to be read (again): such a node is not left either.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
            Append(text.Data);
        if (node is not IElement element || !IsSeen(element))
            return false;
        preformattedDepth += element.LocalName == "pre" ? 1 : 0;
        if (element.LocalName == "br")
            EndLine();
        if (HtmlElements.Blocks.Contains(element.LocalName) || furniture.Contains(element))
            EndLine();
        if (furniture.Contains(element))
            furnitureDepth++;
        if (element is IHtmlTableElement table && HtmlTable.IsData(table))
        {
            WriteTable(table);
            Leave(element);
            return false;
        }
        headingLevel = HeadingLevelOf(element) ?? headingLevel;
        if (element is IHtmlListItemElement && lists.NextNumber(element) is { } number)
            words.Append($"{number}.");
        return true;
    }

    private void Leave(INode node)
    {
        if (node is not IElement element)
            return;
        if (HtmlElements.Blocks.Contains(element.LocalName) || furniture.Contains(element))
            EndLine();
        preformattedDepth -= element.LocalName == "pre" ? 1 : 0;
        if (furniture.Contains(element))
            furnitureDepth--;
        if (HeadingLevelOf(element) is not null)
            headingLevel = 0;
    }

    /// <summary>Adds words; inside <c>pre</c> a line break of the source is one.</summary>
    private void Append(string source)
    {
        var lines = preformattedDepth > 0 ? source.Split('\n') : [source];
        for (var at = 0; at < lines.Length; at++)
        {
            if (at > 0)
                EndLine();
            words.Append(lines[at]);
        }
    }

    private void EndLine()
    {
        if (words.Take() is not { Length: > 0 } line)
            return;
        var kind = furnitureDepth > 0 ? LineKind.Furniture : headingLevel > 0 ? LineKind.Heading : LineKind.Text;
        writer.Add(line, kind, kind == LineKind.Heading ? headingLevel : 0);
    }

    private void WriteTable(IHtmlTableElement table)
    {
        writer.BeginTable();
        foreach (var row in HtmlTable.RowsOf(table))
            writer.AddRow(row, furnitureDepth > 0 ? LineKind.Furniture : LineKind.TableRow);
    }

    private static bool IsSeen(IElement element) =>
        !HtmlElements.Unseen.Contains(element.LocalName) && !element.HasAttribute("hidden")
        && element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase) is not true;

    private static int? HeadingLevelOf(IElement element) =>
        element.LocalName is ['h', >= '1' and <= '6'] ? element.LocalName[1] - '0' : null;
}

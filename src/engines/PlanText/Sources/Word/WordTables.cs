using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>Follows the tables of a Word document: rows, cells, what is merged and what was deleted.</summary>
internal sealed class WordTables(WordLines lines)
{
    private readonly Stack<WordRow> rows = new();
    private bool isInRowProperties;

    /// <summary>Begins an element; false where it is no part of a table.</summary>
    internal bool Begin(XmlReader reader, string name)
    {
        switch (name)
        {
            case "tbl":
                lines.BeginTable();
                return true;
            case "tr":
                rows.Push(new());
                lines.BeginRow();
                return true;
            case "trPr":
                isInRowProperties = true;
                return true;
            case "gridBefore":
                lines.AddEmptyCells(WordXml.Number(reader) ?? 0);
                return true;
            case "tc" or "gridSpan" or "vMerge" when rows.TryPeek(out var row):
                BeginCell(reader, name, row);
                return true;
            default:
                return false;
        }
    }

    internal void End(string name)
    {
        switch (name)
        {
            case "trPr":
                isInRowProperties = false;
                break;
            case "tc" when rows.TryPeek(out var row):
                if (row.IsMergedAbove)
                    lines.EmptyCell();
                lines.EndCell();
                lines.AddEmptyCells(row.Columns - 1);
                break;
            case "tr" when rows.TryPop(out var row):
                lines.EndRow(row.IsDeleted);
                break;
            case "tbl":
                lines.EndTable();
                break;
        }
    }

    /// <summary>Notes a deletion that stands in the properties of a row.</summary>
    internal void MarkDeleted()
    {
        if (isInRowProperties && rows.TryPeek(out var row))
            row.IsDeleted = true;
    }

    private void BeginCell(XmlReader reader, string name, WordRow row)
    {
        if (name == "tc")
        {
            (row.Columns, row.IsMergedAbove) = (1, false);
            lines.BeginCell();
        }
        else if (name == "gridSpan")
            row.Columns = Math.Clamp(WordXml.Number(reader) ?? 1, 1, WordLines.MostColumns);
        else
            row.IsMergedAbove = WordXml.Value(reader) is null or "continue";
    }

    /// <summary>What is known of the row, and of its cell, that is being read.</summary>
    private sealed class WordRow
    {
        internal bool IsDeleted { get; set; }

        internal int Columns { get; set; }

        internal bool IsMergedAbove { get; set; }
    }
}

using System.Collections.Frozen;
using System.Globalization;
using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>
/// Reads the main part of a Word document as a stream, once from top to bottom: paragraphs, also in text boxes, and tables.
/// </summary>
internal sealed class WordBody(WordLines lines, int maxDepth)
{
    /// <summary>
    /// Left out with all inside: what tracked changes took away or how it looked before, field codes, phonetic guides.
    /// </summary>
    private static readonly FrozenSet<string> Skipped = FrozenSet.Create(
        StringComparer.Ordinal, "del", "moveFrom", "delText", "instrText", "pPrChange", "rPrChange", "tblPrChange", "tblPrExChange",
        "trPrChange", "tcPrChange", "sectPrChange", "tblGridChange", "numberingChange", "sectPr", "tblGrid", "rt");

    private readonly Stack<WordParagraph> open = new();
    private readonly WordTables tables = new(lines);
    private readonly char[] chunk = new char[4096];
    private bool isInText, isInParagraphProperties, isHidden;

    internal void Read(XmlReader reader, CancellationToken ct)
    {
        var more = reader.Read();
        while (more)
        {
            ct.ThrowIfCancellationRequested();
            CheckDepth(reader);
            more = IsSkipped(reader) ? Skip(reader) : TakeNode(reader);
        }
    }

    private bool TakeNode(XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element when WordXml.IsWord(reader):
                var isEmpty = reader.IsEmptyElement;
                var name = reader.LocalName;
                Begin(reader, name);
                if (isEmpty)
                    End(name);
                break;
            case XmlNodeType.EndElement when WordXml.IsWord(reader):
                End(reader.LocalName);
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isInText && !isHidden:
                TakeText(reader);
                break;
        }
        return reader.Read();
    }

    private bool IsSkipped(XmlReader reader)
    {
        if (reader.NodeType != XmlNodeType.Element)
            return false;
        if (!WordXml.IsWord(reader))
            return reader.LocalName == "Fallback"; // The old form of a text box that was read in its new form.
        if (reader.LocalName == "del")
            MarkDeleted();
        return Skipped.Contains(reader.LocalName);
    }

    /// <summary>A deletion noted in properties concerns the row or the end of the paragraph, not words.</summary>
    private void MarkDeleted()
    {
        if (isInParagraphProperties && open.TryPeek(out var paragraph))
            paragraph.IsEndDeleted = true;
        else
            tables.MarkDeleted();
    }

    private void Begin(XmlReader reader, string name)
    {
        switch (name)
        {
            case "p":
                open.Push(lines.NewParagraph());
                break;
            case "pPr":
                isInParagraphProperties = true;
                break;
            case "r":
                isHidden = false;
                break;
            case "vanish":
                isHidden = !isInParagraphProperties && WordXml.IsOn(reader);
                break;
            case "t":
                isInText = true;
                break;
            default:
                if (!tables.Begin(reader, name) && open.TryPeek(out var paragraph))
                    TakeProperty(paragraph, reader, name);
                break;
        }
    }

    private void TakeProperty(WordParagraph paragraph, XmlReader reader, string name)
    {
        switch (name)
        {
            case "pStyle":
                paragraph.Style = WordXml.Value(reader);
                break;
            case "outlineLvl":
                paragraph.OutlineLevel = WordXml.Number(reader);
                break;
            case "ilvl":
                paragraph.NumberingLevel = WordXml.Number(reader);
                break;
            case "numId":
                paragraph.NumberingId = WordXml.Number(reader);
                break;
            case "br" or "cr" when WordXml.Attribute(reader, "type") is null or "textWrapping":
                Append("\n");
                break;
            case "tab" when !isInParagraphProperties:
                Append("\t");
                break;
            case "noBreakHyphen":
                Append("-");
                break;
            case "sym" when WordXml.Attribute(reader, "char") is { Length: 4 } code && int.TryParse(code, NumberStyles.HexNumber, null, out var symbol):
                Append([Symbols.Plain((char)symbol)]);
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "p" when open.TryPop(out var paragraph):
                lines.Add(paragraph);
                break;
            case "pPr":
                isInParagraphProperties = false;
                break;
            case "r":
                isHidden = false;
                break;
            case "t":
                isInText = false;
                break;
            default:
                tables.End(name);
                break;
        }
    }

    private void Append(ReadOnlySpan<char> words)
    {
        if (!isHidden && open.TryPeek(out var paragraph))
            paragraph.Append(words);
    }

    /// <summary>Text in pieces: one element may hold more than fits the limit.</summary>
    private void TakeText(XmlReader reader)
    {
        for (int read; (read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0;)
        {
            foreach (ref var character in chunk.AsSpan(0, read))
                character = character is '\n' or '\r' ? ' ' : character;
            Append(chunk.AsSpan(0, read));
        }
    }

    /// <summary>Passes over an element; unlike <see cref="XmlReader.Skip"/> it watches how deep it goes.</summary>
    private bool Skip(XmlReader reader)
    {
        var depth = reader.Depth;
        if (reader.IsEmptyElement)
            return reader.Read();
        while (reader.Read() && reader.Depth > depth)
            CheckDepth(reader);
        return reader.Read();
    }

    private void CheckDepth(XmlReader reader)
    {
        if (reader.Depth > maxDepth)
            throw new XmlException("Nested too deep.");
    }
}

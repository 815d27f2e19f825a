using System.Xml;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>Reads the text of elements into one buffer that is used again and again, and no more of it than a cell may hold.</summary>
internal sealed class CellXmlText(int maxLength)
{
    private readonly char[] buffer = new char[maxLength];
    private readonly char[] spare = new char[256];
    private int length;

    /// <summary>The text of the element at which the reader stands, which has no element in it; the reader ends on its end. Valid until the next call.</summary>
    internal ReadOnlySpan<char> ReadPlain(XmlReader xml)
    {
        length = 0;
        AppendElement(xml);
        return buffer.AsSpan(0, length);
    }

    /// <summary>The text of all runs (<c>t</c>) of an <c>si</c> or <c>is</c>, without the phonetic readings (<c>rPh</c>). Valid until the next call.</summary>
    internal ReadOnlySpan<char> ReadRuns(XmlReader xml)
    {
        length = 0;
        if (xml.IsEmptyElement)
            return default;
        var depth = xml.Depth;
        var reading = 0;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.LocalName == "rPh" && !xml.IsEmptyElement)
                reading += xml.NodeType == XmlNodeType.EndElement ? -1 : xml.NodeType == XmlNodeType.Element ? 1 : 0;
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "t" && reading == 0)
                AppendElement(xml);
        }
        return buffer.AsSpan(0, length);
    }

    private void AppendElement(XmlReader xml)
    {
        if (xml.IsEmptyElement)
            return;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
                AppendNode(xml);
        }
    }

    private void AppendNode(XmlReader xml)
    {
        for (int read; length < buffer.Length && (read = xml.ReadValueChunk(buffer, length, buffer.Length - length)) > 0;)
            length += read;
        while (length == buffer.Length && xml.ReadValueChunk(spare, 0, spare.Length) > 0)
        {
            // What is longer than a cell may be is passed over.
        }
    }
}

using System.Text;
using System.Xml;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>
/// The texts that cells name by number. A roll of a million pupils has millions of them, nearly all different: they are kept as UTF-8 in a few large blocks,
/// a third of what as many strings would take.
/// </summary>
internal sealed class SharedStrings
{
    private const int BlockSize = 1 << 20;
    private const int MostRecent = 4096; // a power of two

    private readonly List<byte[]> blocks = [];
    private readonly List<(int Block, int Start, int Length)> places = [];
    private readonly (int Index, string Text)[] recent = new (int, string)[MostRecent];
    private int used = BlockSize;

    internal int Count => places.Count;

    /// <summary>The text; null for a number that no text has.</summary>
    internal string? this[int index]
    {
        get
        {
            if (index < 0 || index >= places.Count)
                return null;
            ref var slot = ref recent[index & (MostRecent - 1)];
            if (slot.Text is null || slot.Index != index)
                slot = (index, Encoding.UTF8.GetString(Bytes(places[index])));
            return slot.Text;
        }
    }

    /// <summary>Reads the part that holds them.</summary>
    /// <returns>False where they come to more than is allowed.</returns>
    internal bool Read(XmlReader xml, CellXmlText text, long maxBytes)
    {
        long total = 0;
        while (xml.Read())
        {
            if (xml.NodeType != XmlNodeType.Element || xml.LocalName != "si")
                continue;
            total += Add(text.ReadRuns(xml));
            if (total > maxBytes)
                return false;
        }
        return true;
    }

    private int Add(ReadOnlySpan<char> text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        if (used + length > BlockSize)
        {
            blocks.Add(new byte[Math.Max(BlockSize, length)]);
            used = 0;
        }
        Encoding.UTF8.GetBytes(text, blocks[^1].AsSpan(used));
        places.Add((blocks.Count - 1, used, length));
        used += length;
        return length;
    }

    private ReadOnlySpan<byte> Bytes((int Block, int Start, int Length) place) => blocks[place.Block].AsSpan(place.Start, place.Length);
}

using System.Text;
using System.Xml;

namespace Shuren.Documents;

/// <summary>What of a text can stand in a document at all.</summary>
internal static class XmlCharacters
{
    /// <summary>Line breaks as \n; control characters and halves of surrogate pairs dropped.</summary>
    internal static string Keep(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\r')
                kept.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (XmlConvert.IsXmlChar(text[i]))
                kept.Append(text[i]);
            else if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
                kept.Append(text[i]).Append(text[++i]);
        }
        return kept.ToString();
    }
}

using System.Globalization;
using System.Xml;

namespace Shuren.PlanText.Sources.Word;

/// <summary>Small looks at WordprocessingML (ECMA-376 part 1, 17), in the transitional and the strict namespace.</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    internal static bool IsWord(XmlReader reader) => reader.NamespaceURI is Transitional or Strict;

    internal static string? Attribute(XmlReader reader, string name) =>
        reader.GetAttribute(name, reader.NamespaceURI) ?? reader.GetAttribute(name);

    internal static string? Value(XmlReader reader) => Attribute(reader, "val");

    internal static int? Number(XmlReader reader, string name = "val") =>
        int.TryParse(Attribute(reader, name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>An on/off property: there without a value means on.</summary>
    internal static bool IsOn(XmlReader reader) => Value(reader) is not ("0" or "false" or "off" or "none");

    /// <summary>Every element of a part in order, down to the allowed depth.</summary>
    /// <exception cref="XmlException">The part nests deeper.</exception>
    internal static IEnumerable<XmlReader> Elements(XmlReader reader, int maxDepth)
    {
        while (reader.Read())
        {
            if (reader.Depth > maxDepth)
                throw new XmlException("Nested too deep.");
            if (reader.NodeType == XmlNodeType.Element && IsWord(reader))
                yield return reader;
        }
    }
}

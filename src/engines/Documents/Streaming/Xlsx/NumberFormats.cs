using System.Globalization;
using System.Xml;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>Which number format a cell style has, and whether it shows a day. ECMA-376 part 1, 18.8.30.</summary>
internal sealed class NumberFormats
{
    private readonly Dictionary<int, string> own = [];
    private readonly List<(string? Format, bool IsDay)> styles = [];

    /// <summary>The format of a style; none for a style that the workbook does not have.</summary>
    internal (string? Format, bool IsDay) Of(int style) => style >= 0 && style < styles.Count ? styles[style] : default;

    /// <summary>Reads the part that holds them.</summary>
    internal void Read(XmlReader xml)
    {
        var inCells = false;
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element && !xml.IsEmptyElement;
            else if (xml.NodeType != XmlNodeType.Element)
                continue;
            else if (xml.LocalName == "numFmt")
                own[Number(xml.GetAttribute("numFmtId"))] = xml.GetAttribute("formatCode") ?? "";
            else if (xml.LocalName == "xf" && inCells && styles.Count < 100_000)
                styles.Add(OfNumber(Number(xml.GetAttribute("numFmtId"))));
        }
    }

    private (string? Format, bool IsDay) OfNumber(int id)
    {
        if (own.TryGetValue(id, out var format))
            return (format, ShowsDay(format));
        // The built-in ones: 27-36 and 50-58 are the Chinese and Japanese days.
        return id switch
        {
            9 => ("0%", false),
            10 => ("0.00%", false),
            14 or (>= 15 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => ("yyyy-mm-dd", true),
            _ => (null, false),
        };
    }

    /// <summary>True where the format has a year or a day in it, outside quotes, brackets and escapes. A time alone is no day.</summary>
    internal static bool ShowsDay(string format)
    {
        var (quoted, bracketed) = (false, false);
        for (var at = 0; at < format.Length; at++)
        {
            var c = format[at];
            if (c == '\\' || (c is '_' or '*' && !quoted))
                at++;
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is '[' or ']')
                bracketed = c == '[';
            else if (!quoted && !bracketed && c is 'y' or 'Y' or 'd' or 'D' or 'e')
                return !format.StartsWith("General", StringComparison.OrdinalIgnoreCase);
        }
        return false;
    }

    private static int Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
}

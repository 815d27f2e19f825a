using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Shuren.Engines.Tests.PlanText.Sources.Pdf;

/// <summary>The smallest PDF: pages that hold a drawn box and no text, as a scan does, or far too many words.</summary>
internal static class TinyPdf
{
    internal static byte[] WithoutText(int pages) => Write(pages, Encoding.ASCII.GetBytes("100 100 300 400 re f"), "");

    /// <summary>One page on which so many words lie across each other; packed it is a hundredth of what it unpacks to.</summary>
    internal static byte[] Crowded(int words)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var content = new StreamWriter(zip, Encoding.ASCII))
        {
            for (var word = 0; word < words; word++)
                content.Write(string.Create(CultureInfo.InvariantCulture, $"BT /F1 9 Tf 1 0 0 1 {20 + (word * 37 % 550)} {20 + (word * 11 % 800)} Tm (w{word}) Tj ET\n"));
        }
        return Write(1, packed.ToArray(), "/Filter /FlateDecode");
    }

    private static byte[] Write(int pages, byte[] content, string filter)
    {
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{page + 5} 0 R"));
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
            $"<< /Length {content.Length} {filter} >>\nstream\n{Encoding.Latin1.GetString(content)}\nendstream",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 4 0 R >> >> >>", pages),
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var at = 0; at < objects.Length; at++)
        {
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{at + 1} 0 obj\n{objects[at]}\nendobj\n");
        }
        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}

using System.Globalization;
using System.Text;

namespace Shuren.Engines.Tests.PlanText.Sources.Pdf;

/// <summary>The smallest PDF: pages that hold a drawn box and no text, as a scan does.</summary>
internal static class TinyPdf
{
    internal static byte[] WithoutText(int pages)
    {
        const string drawing = "100 100 300 400 re f";
        var kids = string.Join(' ', Enumerable.Range(0, pages).Select(page => $"{page + 4} 0 R"));
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            $"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
            $"<< /Length {drawing.Length} >>\nstream\n{drawing}\nendstream",
            .. Enumerable.Repeat("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R >>", pages),
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
        return Encoding.ASCII.GetBytes(file.ToString());
    }
}

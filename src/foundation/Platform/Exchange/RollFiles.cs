using System.Globalization;
using CsvHelper;

namespace Shuren.Platform.Exchange;

/// <summary>A roll as .csv: heads are the code names, days ISO, numbers invariant, choices by their names. A text that a spreadsheet could take for a formula is guarded.</summary>
public static class RollFiles
{
    /// <summary>Writes UTF-8 with a byte order mark, by which Excel knows it.</summary>
    public static void WriteCsv(Stream stream, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<object?>> rows)
    {
        using var csv = CsvWriter.Create(stream, new CsvWriterOptions { WriteByteOrderMark = true, Injection = CsvInjection.Escape }, leaveOpen: true);
        foreach (var head in heads)
            csv.WriteField(head);
        csv.EndRecord();
        foreach (var row in rows)
        {
            foreach (var value in row)
                csv.WriteField(Text(value));
            csv.EndRecord();
        }
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "是" : "否",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}

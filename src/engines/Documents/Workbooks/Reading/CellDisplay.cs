using System.Globalization;
using System.Text.RegularExpressions;

namespace Shuren.Documents.Workbooks.Reading;

/// <summary>A value as the sheet shows it. Common number formats are followed; of others the plain value is shown.</summary>
internal static partial class CellDisplay
{
    internal static string Of(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "TRUE" : "FALSE",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan time => time.ToString("c", CultureInfo.InvariantCulture),
        double number => OfNumber(number, format),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string OfNumber(double number, string? format)
    {
        // 15 digits are all that Excel shows; more would bring 0.1 + 0.2 to light.
        if (format is null || !PlainFormat().IsMatch(format = Bare(format)))
            return Math.Abs(number) < 1e15 && number == Math.Truncate(number)
                ? number.ToString("0", CultureInfo.InvariantCulture)
                : number.ToString("G15", CultureInfo.InvariantCulture);
        return number.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The format for positive numbers without colours, currency codes, padding and quotes.</summary>
    private static string Bare(string format) => Ornament().Replace(format.Split(';')[0], "");

    [GeneratedRegex(@"\[[^\]]*\]|_.|\*.|[""\\]")]
    private static partial Regex Ornament();

    /// <summary>What means the same to .NET and to Excel.</summary>
    [GeneratedRegex("^[0#,]*[0#](\\.[0#]+)?%?$")]
    private static partial Regex PlainFormat();
}

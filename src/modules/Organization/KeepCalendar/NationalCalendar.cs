using System.Collections.Frozen;
using System.Globalization;

namespace Shuren.Organization.KeepCalendar;

/// <summary>The national calendar that ships with the product: public holidays and make-up days from the State Council's yearly notices.</summary>
internal static class NationalCalendar
{
    private static readonly Lazy<FrozenDictionary<DateOnly, NationalDay>> Days = new(() => Read().ToFrozenDictionary(day => day.Day));

    /// <summary>A day that differs from the ordinary week.</summary>
    public sealed record NationalDay(DateOnly Day, bool Works, string Name);

    public static FrozenDictionary<DateOnly, NationalDay> All => Days.Value;

    public static FrozenSet<int> Years { get; } = All.Keys.Select(day => day.Year).ToFrozenSet();

    private static IEnumerable<NationalDay> Read()
    {
        using var stream = typeof(NationalCalendar).Assembly.GetManifestResourceStream("Shuren.Organization.Calendar.holidays_cn.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => new NationalDay(DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[1] == "work", cells[2]))];
    }
}

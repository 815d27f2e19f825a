using System.Globalization;
using Shuren.Formulas.Ast;

namespace Shuren.Formulas.Sql;

/// <summary>The days asked for, and beside each the days on which periods begin: both databases get the same days, reckoned here.</summary>
internal sealed class DaySet(SqlPlan plan, IReadOnlyList<DateOnly> days)
{
    private readonly List<Period> periods = [];

    public string Name { get; set; } = "";

    public IReadOnlyList<DateOnly> All => days;

    /// <summary>The column with the last day before the period; null where it never began.</summary>
    public string? Start(Period? during)
    {
        if (during is null or { Kind: PeriodKind.Ever })
            return null;
        if (!periods.Contains(during))
            periods.Add(during);
        return "p" + periods.IndexOf(during).ToString(CultureInfo.InvariantCulture);
    }

    public string Body()
    {
        var rows = days.Select(day => "select " + string.Join(", ", periods.Select((period, i) => $"{plan.Parameter(Before(period, day))} as p{i.ToString(CultureInfo.InvariantCulture)}")
            .Prepend($"{plan.Parameter(day)} as at")));
        return string.Join(" union all ", rows);
    }

    /// <summary>The last day that is not in the period: events count from the day after it until the day asked for.</summary>
    internal static DateOnly Before(Period period, DateOnly day) => period.Kind switch
    {
        PeriodKind.Year => new DateOnly(day.Year - 1, 12, 31),
        // A school year begins on 1 September.
        PeriodKind.SchoolYear => new DateOnly(day.Month >= 9 ? day.Year : day.Year - 1, 8, 31),
        _ => period.Last!.Before(day), // Last always has its stretch
    };
}

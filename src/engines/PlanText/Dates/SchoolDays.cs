namespace Shuren.PlanText.Dates;

/// <summary>The days that stand for words of the school year. A school year runs from 1 September to 31 August.</summary>
internal static class SchoolDays
{
    /// <summary>秋学期投入使用: a building opens with the first day of the autumn term.</summary>
    internal static DateOnly AutumnTermStarts(int year) => new(year, 9, 1);

    /// <summary>秋学期前: ready on the day before.</summary>
    internal static DateOnly BeforeAutumnTerm(int year) => new(year, 8, 31);

    /// <summary>秋学期 as a time in which something is done: as far as the plan year goes (the term ends in January).</summary>
    internal static DateOnly AutumnTermInPlanYear(int year) => new(year, 12, 31);

    /// <summary>春学期投入使用: the spring term begins between 10 February and 1 March; the later day is taken.</summary>
    internal static DateOnly SpringTermStarts(int year) => new(year, 3, 1);

    /// <summary>春学期前: ready by the end of February.</summary>
    internal static DateOnly BeforeSpringTerm(int year) => LastOfMonth(year, 2);

    /// <summary>春学期 as a time in which something is done: lessons end in the first days of July.</summary>
    internal static DateOnly SpringTermEnds(int year) => new(year, 7, 10);

    /// <summary>暑期.</summary>
    internal static DateOnly SummerHolidaysEnd(int year) => new(year, 8, 31);

    /// <summary>寒假.</summary>
    internal static DateOnly WinterHolidaysEnd(int year) => LastOfMonth(year, 2);

    internal static DateOnly LastOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));

    internal static DateOnly LastOfYear(int year) => new(year, 12, 31);
}

namespace Shuren.Kernel;

/// <summary>A span of whole days, both ends included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; never before the first.</param>
public readonly record struct Period(DateOnly First, DateOnly Last)
{
    /// <summary>The calendar year, 1 January to 31 December: the period of a work plan.</summary>
    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>The school year (学年) that begins in that year: 1 September to 31 August.</summary>
    public static Period SchoolYear(int beginsIn) => new(new(beginsIn, 9, 1), new(beginsIn + 1, 8, 31));

    /// <summary>The year in which the school year of a day began: 2025 for every day from 1 September 2025 to 31 August 2026.</summary>
    public static int SchoolYearOf(DateOnly day) => day.Month >= 9 ? day.Year : day.Year - 1;

    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;

    /// <summary>Whether the two have a day in common.</summary>
    public bool Overlaps(Period other) => First <= other.Last && other.First <= Last;
}

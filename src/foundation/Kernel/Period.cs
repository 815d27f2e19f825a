namespace Shuren.Kernel;

/// <summary>A span of whole days, both ends included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day; never before the first.</param>
public readonly record struct Period(DateOnly First, DateOnly Last)
{
    /// <summary>The calendar year, 1 January to 31 December: the period of a work plan.</summary>
    public static Period Year(int year) => new(new(year, 1, 1), new(year, 12, 31));

    /// <summary>Whether the day lies inside.</summary>
    public bool Contains(DateOnly day) => day >= First && day <= Last;
}

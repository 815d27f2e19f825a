namespace Shuren.Organization.KeepCalendar;

/// <summary>What is typed to keep days otherwise.</summary>
public sealed class CalendarDaysForm
{
    /// <summary>The first day.</summary>
    public DateOnly? First { get; set; }

    /// <summary>The last day; empty for one day.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>off or work.</summary>
    public string? Kind { get; set; }

    /// <summary>What it is.</summary>
    public string? Name { get; set; }

    /// <summary>Whether it is the district's own.</summary>
    public bool IsLocal { get; set; }
}

/// <summary>A day that goes back to the national calendar.</summary>
public sealed class CalendarBackForm
{
    /// <summary>The day.</summary>
    public DateOnly? Day { get; set; }
}

/// <summary>What was looked at and shall be written.</summary>
public sealed class CalendarApplyForm
{
    /// <summary>The changes, as the check page wrote them.</summary>
    public string? Changes { get; set; }

    /// <summary>The notice or the reason.</summary>
    public string? Why { get; set; }

    /// <summary>Whether the year is now complete.</summary>
    public bool Completes { get; set; }
}

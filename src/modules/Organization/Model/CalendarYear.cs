using Shuren.Platform.Data;

namespace Shuren.Organization.Model;

/// <summary>A year of which the district has entered days itself, on top of what ships with the product.</summary>
internal sealed class CalendarYear : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required int Year { get; init; }

    /// <summary>Whether all public holidays of the year are entered: an administrator has said so.</summary>
    public bool IsComplete { get; set; }

    /// <summary>The notice that was entered, such as 国办发明电〔2026〕7号.</summary>
    public string Source { get; set; } = "";
    public long Version { get; private set; }
}

/// <summary>A day that the district keeps otherwise than the ordinary week or the national calendar.</summary>
internal sealed class CalendarDay
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid YearId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Whether offices work.</summary>
    public required bool Works { get; set; }

    /// <summary>What it is: 春节, 县庆, 中考.</summary>
    public required string Name { get; set; }

    /// <summary>True for the district's own day; false for a public holiday that an administrator entered from the notice.</summary>
    public required bool IsLocal { get; set; }

    /// <summary>When it was entered.</summary>
    public required DateOnly SetOn { get; set; }
}

/// <summary>A school year whose terms the district has set.</summary>
internal sealed class SchoolYear : IVersioned
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The year of its 1 September.</summary>
    public required int BeginsIn { get; init; }
    public long Version { get; private set; }
}

/// <summary>A term of a school year.</summary>
internal sealed class Term
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid SchoolYearId { get; init; }
    public required int Number { get; init; }
    public required string Name { get; set; }
    public required DateOnly First { get; set; }
    public required DateOnly Last { get; set; }
}

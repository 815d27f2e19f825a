namespace Shuren.Organization.Model;

/// <summary>
/// What a unit was called and where it stood from one day to another (沿革). The spans of a unit follow each other without a gap or an overlap:
/// the first begins with its opening, the last ends with its closing or not at all.
/// </summary>
internal sealed class UnitSpan
{
    /// <summary>For units that were there before their history was kept.</summary>
    public static readonly DateOnly Always = new(1900, 1, 1);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which it no longer holds; null for as long as nothing else is known.</summary>
    public DateOnly? Until { get; set; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public Guid? ParentId { get; set; }

    public bool HoldsOn(DateOnly day) => day >= Since && (Until is null || day < Until);

    /// <summary>Whether it holds on that day or on any later one.</summary>
    public bool HoldsFrom(DateOnly day) => Until is null || Until > day;
}

/// <summary>What happened to a unit.</summary>
internal enum UnitEventKind
{
    /// <summary>设立.</summary>
    Opened,

    /// <summary>更名.</summary>
    Renamed,

    /// <summary>改隶: below another unit.</summary>
    Moved,

    /// <summary>撤销.</summary>
    Closed,

    /// <summary>并入: closed, its work goes on in another.</summary>
    MergedInto,

    /// <summary>接收并入: took another in.</summary>
    TookIn,

    /// <summary>分设: others came out of it.</summary>
    SplitInto,

    /// <summary>分出: came out of another.</summary>
    SplitFrom,
}

/// <summary>One event of a unit's life: the day from which it holds, and why.</summary>
internal sealed class UnitEvent
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid UnitId { get; init; }
    public required DateOnly On { get; init; }
    public required UnitEventKind Kind { get; init; }

    /// <summary>The other unit of a merger or a split; the new parent of a move.</summary>
    public Guid? OtherUnitId { get; init; }

    /// <summary>The name that stood before, of a renaming.</summary>
    public string Before { get; init; } = "";

    /// <summary>The name from then on.</summary>
    public string After { get; init; } = "";

    /// <summary>The reason, or the document that ordered it.</summary>
    public required string Why { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;

namespace Shuren.Schools.Rolls;

/// <summary>How a roll is taken in and given out.</summary>
/// <param name="Today">The day on which changes take effect.</param>
/// <param name="SchoolYear">The year of the 1 September with which the school year of that day began.</param>
/// <param name="Schools">The schools that the actor may write or see; null for all.</param>
/// <param name="MayFound">Whether the actor may add schools: who manages all of them.</param>
/// <param name="IsDryRun">True where nothing will be written.</param>
internal sealed record RollScope(DateOnly Today, int SchoolYear, IReadOnlySet<Guid>? Schools, bool MayFound, bool IsDryRun)
{
    /// <summary>First day of the school year.</summary>
    public DateOnly YearBegins => Period.SchoolYear(SchoolYear).First;

    /// <summary>Whether a school is within the actor's reach.</summary>
    public bool Reaches(Guid school) => Schools is null || Schools.Contains(school);
}

/// <summary>One of the rolls: from typed rows to what becomes of the tables, and back.</summary>
internal interface IRoll
{
    /// <summary>Its description.</summary>
    RollSheet Sheet { get; }

    /// <summary>Types of the rows that it writes, those that others point at first.</summary>
    IReadOnlyList<Type> Rows { get; }

    /// <summary>Whether all rows must be looked at before the first is written: where units come into being with them.</summary>
    bool IsTakenWhole { get; }

    /// <summary>Reads what all rows need.</summary>
    Task BeginAsync(RollScope scope, CancellationToken ct);

    /// <summary>Looks at some thousand rows: says at each what became of it, and adds the changes.</summary>
    Task TakeAsync(IReadOnlyList<RollRow> rows, List<RowChange> changes, CancellationToken ct);

    /// <summary>The rows that stand today, in the order of the columns.</summary>
    IAsyncEnumerable<IReadOnlyList<object?>> ExportAsync(RollScope scope, CancellationToken ct);
}

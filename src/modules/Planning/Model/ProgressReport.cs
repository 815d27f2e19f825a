namespace Shuren.Planning.Model;

/// <summary>What a unit says it has done (进展填报).</summary>
internal sealed class ProgressReport
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TaskId { get; init; }

    /// <summary>The milestone it speaks of, or null for the month.</summary>
    public Guid? MilestoneId { get; init; }

    /// <summary>The unit that reports: the lead or a support.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>The day up to which it speaks.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Percent done, 0 to 100, as claimed.</summary>
    public required int Percent { get; init; }
    public required string Words { get; init; }

    /// <summary>Links and record numbers given as evidence, one to a line; files hang on the report in the file store.</summary>
    public string Links { get; init; } = "";
    public required Guid? ById { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

/// <summary>The lead's word on a report: it counts, or it goes back with a reason.</summary>
internal sealed class ReportConfirmation
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The report; one word a report.</summary>
    public required Guid ReportId { get; init; }
    public required bool Accepted { get; init; }
    public string Remark { get; init; } = "";
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

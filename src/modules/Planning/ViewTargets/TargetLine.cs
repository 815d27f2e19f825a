using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.PlanText;

namespace Shuren.Planning.ViewTargets;

/// <summary>A target with the last value that was reported for it.</summary>
internal sealed record TargetLine
{
    public required Guid Id { get; init; }
    public Guid? TaskId { get; init; }
    public required string Indicator { get; init; }
    public required TargetKind Kind { get; init; }
    public double? Value { get; init; }
    public double? UpperValue { get; init; }
    public required string Unit { get; init; }
    public string? Comparator { get; init; }
    public string? Deadline { get; init; }
    public required string Quote { get; init; }
    public double? Baseline { get; init; }
    public long Version { get; init; }
    public LastValue? Last { get; init; }
}

/// <summary>A reported value and the day for which it holds.</summary>
internal sealed record LastValue(double Value, DateOnly On);

/// <summary>Turns targets into lines, in one query.</summary>
internal static class TargetLines
{
    public static IQueryable<TargetLine> Lines(this IQueryable<Target> targets, PlanningDb planning) => targets.Select(target => new TargetLine
    {
        Id = target.Id, TaskId = target.TaskId, Indicator = target.Indicator, Kind = target.Kind, Value = target.Value, UpperValue = target.UpperValue,
        Unit = target.Unit, Comparator = target.Comparator, Deadline = target.Deadline, Quote = target.Quote, Baseline = target.Baseline, Version = target.Version,
        Last = planning.TargetValues.Where(value => value.TargetId == target.Id).OrderByDescending(value => value.On).ThenByDescending(value => value.At).ThenByDescending(value => value.Id)
            .Select(value => new LastValue(value.Value, value.On)).FirstOrDefault(),
    });
}

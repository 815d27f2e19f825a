using Shuren.Planning.BindTargets;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.PlanText;

namespace Shuren.Planning.ViewTargets;

/// <summary>A target with its last value: computed where an indicator measures it, else the one that was reported.</summary>
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

    /// <summary>The last value that a unit reported.</summary>
    public LastValue? Reported { get; init; }

    /// <summary>The indicator that measures it, if somebody has confirmed one.</summary>
    public BoundIndicator? Bound { get; init; }

    /// <summary>What the indicator says; null until <see cref="ReadComputed"/> has asked.</summary>
    public ComputedValue? Computed { get; init; }

    /// <summary>The value that counts.</summary>
    public LastValue? Last => Computed?.Value ?? Reported;

    /// <summary>Whether the value that counts is computed.</summary>
    public bool IsComputed => Computed?.Value is not null;

    /// <summary>The unit in which the value that counts is written: a direction has none of its own.</summary>
    public string ShownUnit => Kind == TargetKind.Direction && Computed is { } computed ? computed.Unit : Unit;
}

/// <summary>A value and the day for which it holds.</summary>
internal sealed record LastValue(double Value, DateOnly On);

/// <summary>Turns targets into lines, in one query.</summary>
internal static class TargetLines
{
    public static IQueryable<TargetLine> Lines(this IQueryable<Target> targets, PlanningDb planning) => targets.Select(target => new TargetLine
    {
        Id = target.Id, TaskId = target.TaskId, Indicator = target.Indicator, Kind = target.Kind, Value = target.Value, UpperValue = target.UpperValue,
        Unit = target.Unit, Comparator = target.Comparator, Deadline = target.Deadline, Quote = target.Quote, Baseline = target.Baseline, Version = target.Version,
        Bound = planning.Bindings.Where(binding => binding.TargetId == target.Id).Select(binding => new BoundIndicator(binding.Indicator, binding.UnitId)).FirstOrDefault(),
        Reported = planning.TargetValues.Where(value => value.TargetId == target.Id).OrderByDescending(value => value.On).ThenByDescending(value => value.At).ThenByDescending(value => value.Id)
            .Select(value => new LastValue(value.Value, value.On)).FirstOrDefault(),
    });
}

using Shuren.Platform.Processes;

namespace Shuren.Indicators.Model;

/// <summary>
/// The value of an indicator for a unit on a day. Today's are kept current; those of past days stay as they were known at the end of their day.
/// Made from the rolls and the confirmed figures, so nobody writes it and the audit does not speak of it.
/// </summary>
internal sealed class Reading : IMachinery
{
    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>What is divided; for what is no quotient the value itself.</summary>
    public double? Numerator { get; init; }

    /// <summary>What it is divided by; null for what is no quotient.</summary>
    public double? Denominator { get; init; }
    public required double Value { get; init; }
}

/// <summary>A count or sum of the rows of one unit, from which readings are made (<see cref="Formulas.FormulaSet"/>).</summary>
internal sealed class Total : IMachinery
{
    public required int Scan { get; init; }
    public required int Slot { get; init; }
    public required Guid UnitId { get; init; }
    public required DateOnly At { get; init; }
    public required double Value { get; init; }
}

/// <summary>Up to where the readings follow what was written. One row; who moves it holds it, so that two never write readings at once.</summary>
internal sealed class ReadingMark : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>A hash of all definitions: with others everything is counted anew.</summary>
    public required string Edition { get; set; }

    /// <summary>The day of the current readings.</summary>
    public required DateOnly Day { get; set; }

    /// <summary>The last block of the audit that they know.</summary>
    public required long Block { get; set; }
    public required DateTime At { get; set; }
}

using Shuren.Kernel;
using Shuren.Planning.ViewTargets;

namespace Shuren.Planning.BindTargets;

/// <summary>The indicator that somebody has confirmed for a target.</summary>
/// <param name="Code">The indicator.</param>
/// <param name="Unit">Whose value; null for the district's.</param>
internal sealed record BoundIndicator(string Code, Guid? Unit);

/// <summary>What the indicator of a target says.</summary>
/// <param name="Name">The indicator's name; its code where no pack has it any more.</param>
/// <param name="Href">Its page; null where there is none.</param>
/// <param name="Unit">The unit in which the value is written.</param>
/// <param name="Value">Its value in the target's unit; null where there is none.</param>
/// <param name="Trouble">Why there is none.</param>
internal sealed record ComputedValue(string Name, string? Href, string Unit, LastValue? Value, Refusal? Trouble)
{
    /// <summary>By how much what was reported differs from what is computed; null where one of them is missing.</summary>
    public double? Difference(LastValue? reported) => Value is { } value && reported is { } said ? Exactly.Minus(said.Value, value.Value) : null;
}

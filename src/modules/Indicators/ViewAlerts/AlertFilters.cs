using Shuren.Indicators.Model;
using Shuren.Kernel;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>States as they are written in addresses and on the command line.</summary>
internal static class AlertFilters
{
    /// <summary>The state that is meant; firing where nothing is said, null for all.</summary>
    public static AlertState? StateOf(string? text) => Parse(text) is { Succeeded: true, Value: var state } ? state.State : AlertState.Firing;

    /// <returns>The filter, or <c>StateUnknown</c>.</returns>
    public static Outcome<AlertFilter> Parse(string? text) => text?.ToLowerInvariant() switch
    {
        null or "" or "firing" => new AlertFilter(AlertState.Firing),
        "pending" => new AlertFilter(AlertState.Pending),
        "resolved" => new AlertFilter(AlertState.Resolved),
        "all" => new AlertFilter((AlertState?)null),
        _ => new Refusal("StateUnknown", "state"),
    };
}

using Shuren.Kernel;
using Shuren.Planning.Model;

namespace Shuren.Planning.ImportPlan;

/// <summary>The kinds of plan by the words that scripts and forms use.</summary>
internal static class PlanKinds
{
    /// <summary>own, superior or reference; nothing is own.</summary>
    public static Outcome<PlanKind> Parse(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        null or "" or "own" => PlanKind.Own,
        "superior" => PlanKind.Superior,
        "reference" => PlanKind.Reference,
        _ => new Refusal("KindUnknown", nameof(ImportForm.Kind), word),
    };

    /// <summary>The word of a kind.</summary>
    public static string WordOf(PlanKind kind) => kind.ToString().ToLowerInvariant();
}

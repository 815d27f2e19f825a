using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Ui;

namespace Shuren.Planning.GuidePlan;

/// <summary>From what handlers say to what the room's pages show.</summary>
internal static class Said
{
    /// <summary>Each refusal at its field of the page's form, which binds as <c>Form.Field</c>.</summary>
    public static FormProblems AsFormProblems(this IReadOnlyList<Refusal> refusals, RefusalWords words, string form = "Form") =>
        new([.. refusals.Select(refusal => new FormProblem(refusal.Field.Length == 0 ? "" : $"{form}.{char.ToUpperInvariant(refusal.Field[0])}{refusal.Field[1..]}", words.Of(refusal)))]);

    /// <summary>A stored moment in the district's own time.</summary>
    public static DateTime ToLocal(this DateTime utc, TimeProvider time) => TimeZoneInfo.ConvertTimeFromUtc(utc, time.LocalTimeZone);

    /// <summary>Today where the district is.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);
}

using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Ui;

namespace Shuren.Schools;

/// <summary>From a handler's refusals to a form whose fields are named <c>Form.X</c>.</summary>
internal static class FormRefusals
{
    /// <summary>Each refusal at its field: <c>reason</c> stands at <c>Form.Reason</c>.</summary>
    public static FormProblems AsFormProblems(this IReadOnlyList<Refusal> refusals, RefusalWords words) =>
        new([.. refusals.Select(refusal => new FormProblem(FieldOf(refusal.Field), words.Of(refusal)))]);

    private static string FieldOf(string field) =>
        field.Length == 0 || field.Contains('.', StringComparison.Ordinal) ? field : $"Form.{char.ToUpperInvariant(field[0])}{field[1..]}";
}

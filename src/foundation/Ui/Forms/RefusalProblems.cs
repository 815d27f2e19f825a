using Shuren.Kernel;

namespace Shuren.Ui;

/// <summary>From what a handler refused to what a form shows.</summary>
public static class RefusalProblems
{
    /// <summary>Each refusal at its field, in words.</summary>
    /// <param name="refusals">What was refused.</param>
    /// <param name="words">Turns a refusal into its sentence.</param>
    public static FormProblems AsProblems(this IReadOnlyList<Refusal> refusals, Func<Refusal, string> words) =>
        new([.. refusals.Select(refusal => new FormProblem(refusal.Field, words(refusal)))]);

    /// <summary>The same for a form whose fields are named <c>Form.X</c>: a refusal at <c>reason</c> stands at <c>Form.Reason</c>.</summary>
    /// <param name="refusals">What was refused.</param>
    /// <param name="words">Turns a refusal into its sentence.</param>
    /// <param name="form">The name before the dot, where a page has several forms.</param>
    public static FormProblems AsFormProblems(this IReadOnlyList<Refusal> refusals, Func<Refusal, string> words, string form = "Form") =>
        new([.. refusals.Select(refusal => new FormProblem(InForm(refusal.Field, form), words(refusal)))]);

    private static string InForm(string field, string form) =>
        field.Length == 0 || field.Contains('.', StringComparison.Ordinal) ? field : $"{form}.{char.ToUpperInvariant(field[0])}{field[1..]}";
}

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
}

using System.Diagnostics;
using Shuren.Planning.Model;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>What the rungs are called.</summary>
internal static class DispatchWords
{
    public static string Of(Rung rung) => rung switch
    {
        Rung.Reminder => RunText.RungReminder,
        Rung.Review => RunText.RungReview,
        Rung.Check => RunText.RungCheck,
        Rung.Circular => RunText.RungCircular,
        Rung.Rectification => RunText.RungRectification,
        Rung.Interview => RunText.RungInterview,
        _ => throw new UnreachableException(),
    };

    /// <summary>How far a step has come, in one word.</summary>
    public static string StateOf(DispatchStep step) => (step.BroughtResult, step.Answer) switch
    {
        (true, _) => RunText.DispatchBrought,
        (false, _) => RunText.DispatchBroughtNothing,
        (null, not null) => RunText.DispatchAnswered,
        _ => RunText.DispatchOpen,
    };
}

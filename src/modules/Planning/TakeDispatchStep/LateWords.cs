using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Ui;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>Why a task is on the list, in one line.</summary>
internal static class LateWords
{
    public static string Why(LateWork work)
    {
        string?[] reasons =
        [
            work.DaysLate > 0 ? Wording.WorkingDays(-work.DaysLate) : null,
            work.LateSteps > 0 ? Sentences.Filled(RunText.LateSteps, work.LateSteps) : null,
            work.Missing.Count switch
            {
                0 => null,
                1 => Sentences.Filled(RunText.NotReported, Wording.Month(work.Missing[0])),
                _ => Sentences.Filled(RunText.NotReportedSince, work.Missing.Count, Wording.Month(work.Missing[0])),
            },
            work.Pace is { IsClearlyBehind: true } pace ? Sentences.Filled(RunText.BehindPlan, pace.Elapsed, pace.Done, pace.Behind) : null,
            work.Next is { } next ? Sentences.Filled(RunText.Proposed, DispatchWords.Of(next)) : null,
        ];
        return string.Join('，', reasons.OfType<string>());
    }
}

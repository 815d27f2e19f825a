using Shuren.Kernel;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Ui;
using Rung = Shuren.Planning.Model.Rung;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>The ladder as it is drawn: each rung with how often and when it was last taken.</summary>
internal static class LadderMarks
{
    public static IReadOnlyList<Ui.Rung> Of(IReadOnlyList<DispatchStep> steps, DateOnly today)
    {
        var (last, taken) = (Ladder.Last(steps)?.Rung, steps.ToLookup(step => step.Rung));
        return [.. Enum.GetValues<Rung>().Select(rung => new Ui.Rung(DispatchWords.Of(rung), Note([.. taken[rung]], today), rung == last ? StageState.Now : taken[rung].Any() ? StageState.Done : StageState.Ahead))];
    }

    private static string Note(IReadOnlyList<DispatchStep> taken, DateOnly today) => taken.Count switch
    {
        0 => RunText.RungNotTaken,
        1 => Wording.Day(taken[0].On, today),
        _ => Sentences.Filled(RunText.RungTimes, taken.Count, Wording.Day(taken.Max(step => step.On), today)),
    };
}

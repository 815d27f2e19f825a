using System.Diagnostics;
using Shuren.Planning.ViewPlan;
using Shuren.Ui;
using Rung = Shuren.Planning.Model.Rung;

namespace Shuren.Planning.ViewTask;

/// <summary>The ladder of pressure in words.</summary>
internal static class RungWords
{
    public static string Of(Rung rung) => rung switch
    {
        Rung.Reminder => ViewText.RungReminder,
        Rung.Review => ViewText.RungReview,
        Rung.Check => ViewText.RungCheck,
        Rung.Circular => ViewText.RungCircular,
        Rung.Rectification => ViewText.RungRectification,
        Rung.Interview => ViewText.RungInterview,
        _ => throw new UnreachableException(),
    };

    /// <summary>The ladder as it is drawn: what was taken how often, and the rung at hand.</summary>
    public static IReadOnlyList<Ui.Rung> Ladder(ReadTask.View view)
    {
        var taken = view.Dispatch.ToLookup(step => step.Rung);
        var highest = view.Dispatch.Count == 0 ? (Rung?)null : view.Dispatch.Max(step => step.Rung);
        return [.. Enum.GetValues<Rung>().Select(rung => new Ui.Rung(Of(rung), Note([.. taken[rung]], view.Deadlines), State(rung, highest, taken[rung].Any())))];
    }

    private static StageState State(Rung rung, Rung? highest, bool wasTaken) =>
        rung == highest ? StageState.Now : wasTaken ? StageState.Done : StageState.Ahead;

    private static string Note(IReadOnlyList<Model.DispatchStep> steps, Deadlines deadlines) => steps.Count switch
    {
        0 => ViewText.RungNotTaken,
        1 => Wording.Day(steps[0].On, deadlines.Today),
        _ => ViewText.RungTimes.Filled(steps.Count, Wording.Day(steps[^1].On, deadlines.Today)),
    };
}

using Shuren.Kernel;
using Shuren.Planning.Model;

namespace Shuren.Planning.TakeDispatchStep;

/// <summary>The rules of the ladder 催办 → 调度 → 督查 → 通报 → 整改 → 约谈.</summary>
internal static class Ladder
{
    /// <summary>How many working days a unit has to answer, by rung: what is asked for grows with the rung.</summary>
    private static readonly Dictionary<Rung, int> DaysToAnswer = new()
    {
        [Rung.Reminder] = 3, [Rung.Review] = 5, [Rung.Check] = 5, [Rung.Circular] = 5, [Rung.Rectification] = 10, [Rung.Interview] = 3,
    };

    /// <summary>The rung that is proposed next, or null while the last one may still bring something.</summary>
    /// <param name="steps">The steps taken for a task, in any order.</param>
    /// <param name="lamp">The task's lamp today.</param>
    /// <param name="today">The day that asks.</param>
    public static Rung? NextFor(IEnumerable<DispatchStep> steps, Lamp lamp, DateOnly today)
    {
        if (lamp == Lamp.Done)
            return null;
        var last = Last(steps);
        if (last is null)
            return lamp == Lamp.Red ? Rung.Reminder : null;
        // Silence past the day says as much as the office's judgement; an answer waits for it.
        var broughtNothing = last.BroughtResult is { } brought ? !brought : last.Answer is null && last.AnswerBy < today;
        return broughtNothing ? Above(last.Rung) : null;
    }

    /// <summary>The highest rung that may be taken without saying why one is skipped.</summary>
    public static Rung HighestWithoutReason(IEnumerable<DispatchStep> steps) =>
        steps.Select(step => (Rung?)step.Rung).Max() is { } highest ? Above(highest) : Rung.Reminder;

    /// <summary>The day by which a step taken today is answered.</summary>
    public static DateOnly AnswerBy(Rung rung, DateOnly today, WorkingCalendar calendar) => calendar.AddWorkingDays(today, DaysToAnswer[rung]);

    /// <summary>The step that counts: the last one taken.</summary>
    public static DispatchStep? Last(IEnumerable<DispatchStep> steps) => steps.OrderBy(step => step.On).ThenBy(step => step.At).ThenBy(step => step.Id).LastOrDefault();

    // Above the interview there is only another interview.
    private static Rung Above(Rung rung) => rung == Rung.Interview ? Rung.Interview : rung + 1;
}

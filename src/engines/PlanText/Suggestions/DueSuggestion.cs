using System.Globalization;

namespace Shuren.PlanText.Suggestions;

/// <summary>A date that is suggested for a task, with the reason. It never decides.</summary>
/// <param name="Date">The last day.</param>
/// <param name="Reason">Why, in words for the user.</param>
public sealed record DueAdvice(DateOnly Date, string Reason);

/// <summary>Suggests by when a task is due.</summary>
public static class DueSuggestion
{
    /// <summary>The date that the task's own words give, else the last day of the plan.</summary>
    /// <param name="task">The task as it was read; its <see cref="PlanTask.Due"/> and <see cref="PlanTask.DueDate"/> are the document's words.</param>
    /// <param name="lastYear">The last year of the plan, 1 to 9999.</param>
    public static DueAdvice Suggest(PlanTask task, int lastYear)
    {
        if (task.DueDate is { } date)
            return new(date, $"文件写明“{task.Due}”，最迟到{Words(date)}。");
        var end = new DateOnly(lastYear, 12, 31);
        return new(end, task.Due is { } words ? $"文件只写“{words}”，没有具体日期，先按计划年末{Words(end)}。" : $"文件没有写明时限，先按计划年末{Words(end)}。");
    }

    private static string Words(DateOnly date) => date.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);
}

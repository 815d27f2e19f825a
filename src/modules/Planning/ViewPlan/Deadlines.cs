using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlan;

/// <summary>How far a task is, in the words of the board; every task has exactly one.</summary>
internal enum TaskState
{
    /// <summary>逾期.</summary>
    Late,

    /// <summary>临期.</summary>
    DueSoon,

    /// <summary>推进中: something is reported, and there is time.</summary>
    Going,

    /// <summary>未开始: nothing is reported yet.</summary>
    NotStarted,

    /// <summary>已完成.</summary>
    Done,
}

/// <summary>Today and the working days: what makes a deadline's lamp.</summary>
internal sealed record Deadlines(DateOnly Today, WorkingCalendar Calendar)
{
    /// <summary>The last day that is amber today: what is due up to it is due soon. Lets a query say what the lamp says.</summary>
    public DateOnly LastAmberDay { get; } = Calendar.AddWorkingDays(Today, Lamps.WarningWorkingDays + 1).AddDays(-1);

    public Lamp LampOf(TaskLine task) => Lamps.Of(task.DueOn, task.IsDone, Today, Calendar);

    /// <summary>The lamp of the next open milestone; green where there is none.</summary>
    public Lamp StepLampOf(TaskLine task) => Lamps.Of(task.NextStepOn, done: task.IsDone, Today, Calendar);

    public TaskState StateOf(TaskLine task) => LampOf(task) switch
    {
        Lamp.Done => TaskState.Done,
        Lamp.Red => TaskState.Late,
        Lamp.Amber => TaskState.DueSoon,
        _ => task.Percent > 0 ? TaskState.Going : TaskState.NotStarted,
    };

    /// <summary>Working days up to a day; negative when it has passed, and then never 0.</summary>
    public int WorkingDaysTo(DateOnly day)
    {
        var days = Calendar.WorkingDaysBetween(Today, day);
        return day < Today ? Math.Min(days, -1) : days;
    }

    /// <summary>Of these tasks those in that state, as a query: the same as <see cref="StateOf"/>.</summary>
    public IQueryable<WorkTask> InState(IQueryable<WorkTask> tasks, TaskState state)
    {
        var (today, amber) = (Today, LastAmberDay);
        return state switch
        {
            TaskState.Done => tasks.Where(task => task.DoneOn != null),
            TaskState.Late => tasks.Where(task => task.DoneOn == null && task.DueOn < today),
            TaskState.DueSoon => tasks.Where(task => task.DoneOn == null && task.DueOn >= today && task.DueOn <= amber),
            TaskState.Going => tasks.Where(task => task.DoneOn == null && (task.DueOn == null || task.DueOn > amber) && task.Percent > 0),
            TaskState.NotStarted => tasks.Where(task => task.DoneOn == null && (task.DueOn == null || task.DueOn > amber) && task.Percent == 0),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}

/// <summary>Asks the clock and the calendar.</summary>
internal sealed class ReadDeadlines(IWorkingDays days, TimeProvider time) : IHandler
{
    public async Task<Deadlines> RunAsync(CancellationToken ct) =>
        new(time.Today(), await days.CalendarAsync(ct));
}

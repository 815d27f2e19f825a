using Shuren.Planning.Model;

namespace Shuren.Planning.ViewTasks;

/// <summary>A part of a list of tasks by number.</summary>
/// <param name="Behind">Place and id of the task before it; null for the first part.</param>
/// <param name="Take">So many.</param>
internal sealed record TaskPart((int Position, Guid Id)? Behind, int Take)
{
    /// <summary>That part of tasks that are ordered by place and id.</summary>
    public IQueryable<WorkTask> Of(IQueryable<WorkTask> tasks)
    {
        if (Behind is var (position, id))
            tasks = tasks.Where(task => task.Position > position || task.Position == position && task.Id > id);
        return tasks.Take(Take);
    }
}

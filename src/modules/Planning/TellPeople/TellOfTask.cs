using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Planning;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;

namespace Shuren.Planning.TellPeople;

/// <summary>Tells the people of a unit what happened to its task: it was given to them, their report was judged, pressure was put on it.</summary>
internal sealed class TellOfTask(PlanningDb planning, PeopleOfUnits people, NoticeBoard board, Process process)
    : IListen<TaskAssigned>, IListen<ReportJudged>, IListen<DispatchStepTaken>
{
    public async Task HearAsync(TaskAssigned said, Guid id, CancellationToken ct) =>
        await TellAsync(said.Task, said.Unit, NewsKinds.Assigned, task => new Sentence("NewsAssigned", task.Number, task.Title), "", ct);

    public async Task HearAsync(ReportJudged said, Guid id, CancellationToken ct)
    {
        if (await planning.Reports.AsNoTracking().FirstOrDefaultAsync(report => report.Id == said.Report, ct) is not { } report)
            return;
        await TellAsync(report.TaskId, report.UnitId, said.Accepted ? NewsKinds.ReportConfirmed : NewsKinds.ReportReturned,
            task => new Sentence(said.Accepted ? "NewsConfirmed" : "NewsReturned", task.Number, task.Title), said.Accepted ? "" : "report", ct);
    }

    public async Task HearAsync(DispatchStepTaken said, Guid id, CancellationToken ct)
    {
        if (await planning.DispatchSteps.AsNoTracking().FirstOrDefaultAsync(step => step.Id == said.Step, ct) is not { } step)
            return;
        await TellAsync(step.TaskId, null, NewsKinds.Dispatch,
            task => new Sentence("NewsDispatch", task.Number, task.Title, DispatchWords.Of(step.Rung), step.AnswerBy.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), "dispatch", ct);
    }

    /// <param name="id">The task.</param>
    /// <param name="unit">Whose people are told; null for the lead.</param>
    /// <param name="kind">The kind of notice.</param>
    /// <param name="say">The words.</param>
    /// <param name="act">The page of the task that it leads to; empty for the task itself.</param>
    /// <param name="ct">Stops the wait.</param>
    private async Task TellAsync(Guid id, Guid? unit, string kind, Func<WorkTask, Sentence> say, string act, CancellationToken ct)
    {
        if (await planning.Tasks.AsNoTracking().FirstOrDefaultAsync(task => task.Id == id && task.DroppedAt == null, ct) is not { } task || (unit ?? task.LeadUnitId) is not { } told)
            return;
        process.Begin("planning.tell", PlanningRefs.Task(id));
        await board.TellAsync(new(kind, PlanningRefs.Task(id), say(task), act == "" ? PlanningLinks.Task(id) : PlanningLinks.TaskAct(id, act)), await people.RunAsync(told, chiefsOnly: false, ct), ct);
        await planning.SaveAsync(ct);
    }
}

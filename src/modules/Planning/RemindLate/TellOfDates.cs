using System.Globalization;
using Shuren.Planning.TellPeople;
using Shuren.Platform;
using Shuren.Platform.Notices;

namespace Shuren.Planning.RemindLate;

/// <summary>Tells the people of each lead what is due soon and what is late; saved with the reminders themselves.</summary>
internal sealed class TellOfDates(PeopleOfUnits people, NoticeBoard board) : IHandler
{
    public async Task RunAsync(IReadOnlyList<Reminder> reminders, CancellationToken ct)
    {
        foreach (var group in reminders.Where(reminder => reminder.Unit is not null).GroupBy(reminder => reminder.Unit!.Value))
        {
            var told = await people.RunAsync(group.Key, chiefsOnly: false, ct);
            foreach (var reminder in group)
            {
                var late = reminder.Kind == RemindLate.Late;
                var subject = reminder.Milestone is { } milestone ? new Kernel.Ref("planning", "milestone", milestone) : PlanningRefs.Task(reminder.Task);
                await board.TellAsync(new(late ? NewsKinds.Late : NewsKinds.DueSoon, subject, new Sentence(late ? "NewsLate" : "NewsDueSoon", reminder.Title, reminder.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    PlanningLinks.TaskAct(reminder.Task, "report")), told, ct);
            }
        }
    }
}

using Shuren.Contracts.Organization;
using Shuren.Contracts.Planning;
using Shuren.Planning.GuidePlan;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Outbox;
using Shuren.Platform.Processes;

namespace Shuren.Planning.TellPeople;

/// <summary>Tells the units of a plan that it waits for their signature, and later that it runs and how many tasks are theirs.</summary>
internal sealed class TellOfPlan(PlanningDb planning, FindPlanAtHand find, PeopleOfUnits people, IUnitDirectory units, NoticeBoard board, Process process)
    : IListen<PlanSentOut>, IListen<PlanPublished>
{
    public Task HearAsync(PlanSentOut said, Guid id, CancellationToken ct) => TellAsync(said.Plan, NewsKinds.Countersign, chiefsOnly: true, "NewsCountersign", ct);

    public Task HearAsync(PlanPublished said, Guid id, CancellationToken ct) => TellAsync(said.Plan, NewsKinds.Published, chiefsOnly: false, "NewsPublished", ct);

    private async Task TellAsync(Guid id, string kind, bool chiefsOnly, string words, CancellationToken ct)
    {
        // A plan that was thrown away meanwhile is no news.
        if (await find.RunAsync(id, ct) is not { } found)
            return;
        process.Begin("planning.tell", PlanningRefs.Plan(id));
        var names = await units.FindAsync([.. found.Leads], ct);
        foreach (var unit in found.Leads)
        {
            var tasks = found.Tasks.Count(task => task.LeadUnitId == unit);
            var news = new News(kind, PlanningRefs.Plan(id), new Sentence(words, found.Plan.Title, names[unit].Name, $"{tasks}"), PlanningLinks.PlanTab(id, "life"));
            await board.TellAsync(kind == NewsKinds.Published ? news with { Href = PlanningLinks.Mine } : news, await people.RunAsync(unit, chiefsOnly, ct), ct);
        }
        await planning.SaveAsync(ct);
    }
}

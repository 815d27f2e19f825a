using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Planning;
using Shuren.Platform.Notices;
using Shuren.Platform.Outbox;

namespace Shuren.Planning.TellPeople;

/// <summary>What people are told of plans and tasks, and who listens for it.</summary>
internal static class NewsKinds
{
    public const string Countersign = "planning.countersign-asked";
    public const string Published = "planning.plan-published";
    public const string Assigned = "planning.task-assigned";
    public const string DueSoon = "planning.due-soon";
    public const string Late = "planning.late";
    public const string ReportConfirmed = "planning.report-confirmed";
    public const string ReportReturned = "planning.report-returned";
    public const string Dispatch = "planning.dispatch-step";

    public static void AddTo(IServiceCollection services)
    {
        (string Name, Func<string> Title)[] kinds =
        [
            (Assigned, () => NewsText.KindAssigned), (DueSoon, () => NewsText.KindDueSoon), (Late, () => NewsText.KindLate), (ReportReturned, () => NewsText.KindReturned),
            (ReportConfirmed, () => NewsText.KindConfirmed), (Countersign, () => NewsText.KindCountersign), (Dispatch, () => NewsText.KindDispatch), (Published, () => NewsText.KindPublished),
        ];
        foreach (var (kind, order) in kinds.Select((kind, order) => (kind, order)))
            services.AddSingleton(new NoticeKind(kind.Name, kind.Title, 20 + order) { ByEmail = kind.Name is not ReportConfirmed });
        services.AddListener<PlanSentOut, TellOfPlan>("planning.tell-sent-out", () => NewsText.JobTellSentOut);
        services.AddListener<PlanPublished, TellOfPlan>("planning.tell-published", () => NewsText.JobTellPublished);
        services.AddListener<TaskAssigned, TellOfTask>("planning.tell-assigned", () => NewsText.JobTellAssigned);
        services.AddListener<ReportJudged, TellOfTask>("planning.tell-judged", () => NewsText.JobTellJudged);
        services.AddListener<DispatchStepTaken, TellOfTask>("planning.tell-dispatch", () => NewsText.JobTellDispatch);
    }
}

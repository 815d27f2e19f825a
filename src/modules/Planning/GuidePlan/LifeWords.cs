using System.Diagnostics;
using Shuren.Planning.Model;

namespace Shuren.Planning.GuidePlan;

/// <summary>What the states and steps of a plan's life are called.</summary>
internal static class LifeWords
{
    public static IReadOnlyList<string> Stages => [RunText.StageDraft, RunText.StageCountersign, RunText.StageApprove, RunText.StagePublish, RunText.StageClose];

    /// <summary>The stage at hand, counted from 1; one more than there are when all are done.</summary>
    public static int StageOf(PlanState state) => state switch
    {
        PlanState.Draft => 1,
        PlanState.Countersigning => 2,
        PlanState.Countersigned => 3,
        PlanState.Approved => 4,
        PlanState.Published => 5,
        PlanState.Closed => 6,
        _ => throw new UnreachableException(),
    };

    public static string Of(PlanState state) => state switch
    {
        PlanState.Draft => RunText.StateDraft,
        PlanState.Countersigning => RunText.StateCountersigning,
        PlanState.Countersigned => RunText.StateCountersigned,
        PlanState.Approved => RunText.StateApproved,
        PlanState.Published => RunText.StatePublished,
        PlanState.Closed => RunText.StateClosed,
        _ => throw new UnreachableException(),
    };

    public static string Of(PlanStepKind step) => step switch
    {
        PlanStepKind.Circulation => RunText.StepCirculation,
        PlanStepKind.Countersignature => RunText.StepCountersignature,
        PlanStepKind.Return => RunText.StepReturn,
        PlanStepKind.Approval => RunText.StepApproval,
        PlanStepKind.Publication => RunText.StepPublication,
        PlanStepKind.Closure => RunText.StepClosure,
        _ => throw new UnreachableException(),
    };

    public static string Of(TaskEnding ending) => ending switch
    {
        TaskEnding.CarriedOver => RunText.EndingCarriedOver,
        TaskEnding.Cancelled => RunText.EndingCancelled,
        _ => throw new UnreachableException(),
    };

    /// <summary>What a task lacks before it can be sent out.</summary>
    public static string Missing(WorkTask task) => (task.LeadUnitId, task.DueOn) switch
    {
        (null, null) => RunText.MissesBoth,
        (null, _) => RunText.MissesLead,
        _ => RunText.MissesDue,
    };
}

using System.Diagnostics;
using Shuren.Planning.ViewTargets;
using Shuren.Planning.ViewTasks;
using Shuren.Planning.Model;
using Shuren.Ui;

namespace Shuren.Planning.ViewPlan;

/// <summary>What the states of plans, tasks and targets are called on the screen and in exports.</summary>
internal static class PlanWords
{
    public static string Of(PlanKind kind) => kind switch
    {
        PlanKind.Own => ViewText.KindOwn,
        PlanKind.Superior => ViewText.KindSuperior,
        PlanKind.Reference => ViewText.KindReference,
        _ => throw new UnreachableException(),
    };

    public static string Of(TaskState state) => state switch
    {
        TaskState.Late => ViewText.StateLate,
        TaskState.DueSoon => ViewText.StateDueSoon,
        TaskState.Going => ViewText.StateGoing,
        TaskState.NotStarted => ViewText.StateNotStarted,
        TaskState.Done => ViewText.StateDone,
        _ => throw new UnreachableException(),
    };

    public static string Of(TaskChoice choice) => choice switch
    {
        TaskChoice.All => ViewText.ChoiceAll,
        TaskChoice.Mine => ViewText.ChoiceMine,
        TaskChoice.Public => ViewText.ChoicePublic,
        TaskChoice.NoLead => ViewText.ChoiceNoLead,
        TaskChoice.NoDue => ViewText.ChoiceNoDue,
        _ => throw new UnreachableException(),
    };

    public static string Of(TargetStanding standing) => standing switch
    {
        TargetStanding.Unreported => ViewText.TargetUnreported,
        TargetStanding.Reached => ViewText.TargetReached,
        TargetStanding.OnPace => ViewText.TargetOnPace,
        TargetStanding.Short => ViewText.TargetShort,
        TargetStanding.Behind => ViewText.TargetBehind,
        _ => throw new UnreachableException(),
    };

    public static LampKind LampOf(TaskState state) => state switch
    {
        TaskState.Late => LampKind.Late,
        TaskState.DueSoon => LampKind.DueSoon,
        TaskState.Going => LampKind.OnTrack,
        TaskState.NotStarted => LampKind.NotStarted,
        TaskState.Done => LampKind.Done,
        _ => throw new UnreachableException(),
    };

    public static LampKind LampOf(TargetStanding standing) => standing switch
    {
        TargetStanding.Unreported => LampKind.NotStarted,
        TargetStanding.Reached or TargetStanding.OnPace => LampKind.Reached,
        TargetStanding.Short => LampKind.InReach,
        TargetStanding.Behind => LampKind.Behind,
        _ => throw new UnreachableException(),
    };

    public static LampKind LampOf(Kernel.Lamp lamp) => lamp switch
    {
        Kernel.Lamp.Idle => LampKind.NotStarted,
        Kernel.Lamp.Green => LampKind.OnTrack,
        Kernel.Lamp.Amber => LampKind.DueSoon,
        Kernel.Lamp.Red => LampKind.Late,
        Kernel.Lamp.Done => LampKind.Done,
        _ => throw new UnreachableException(),
    };

    /// <summary>A lamp in one word, for cells.</summary>
    public static string StateOf(Kernel.Lamp lamp) => lamp switch
    {
        Kernel.Lamp.Idle => ViewText.StateNotStarted,
        Kernel.Lamp.Green => ViewText.StateGoing,
        Kernel.Lamp.Amber => ViewText.StateDueSoon,
        Kernel.Lamp.Red => ViewText.StateLate,
        Kernel.Lamp.Done => ViewText.StateDone,
        _ => throw new UnreachableException(),
    };

    /// <summary>The due date with its year where that is another; the document's words where there is no date.</summary>
    public static string Due(TaskLine task, DateOnly today) => task.DueOn is { } day ? Wording.Day(day, today) : task.DueWords;
}

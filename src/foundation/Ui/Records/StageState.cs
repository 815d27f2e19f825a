using System.Diagnostics;

namespace Shuren.Ui;

/// <summary>Where one of several stages stands.</summary>
public enum StageState
{
    Done,
    Now,
    Ahead,
}

internal static class StageStates
{
    public static string? Class(this StageState state) => state switch
    {
        StageState.Done => "is-done",
        StageState.Now => "is-now",
        StageState.Ahead => null,
        _ => throw new UnreachableException(),
    };

    /// <summary>What the shape says, read aloud.</summary>
    public static string Words(this StageState state) => state switch
    {
        StageState.Done => UiText.StepDone,
        StageState.Now => UiText.StepNow,
        StageState.Ahead => UiText.StepAhead,
        _ => throw new UnreachableException(),
    };
}

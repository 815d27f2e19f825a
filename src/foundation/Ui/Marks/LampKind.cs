using System.Diagnostics;

namespace Shuren.Ui;

/// <summary>What a lamp says. The first five speak of a deadline, the last three of a figure against its goal.</summary>
public enum LampKind
{
    OnTrack,
    DueSoon,
    Late,
    NotStarted,
    Done,
    Reached,
    InReach,
    Behind,
}

internal static class LampKinds
{
    /// <summary>The class that draws the shape: ● green, ▲ amber, ◆ red, ○ idle, ✓ done.</summary>
    public static string Shape(this LampKind kind) => kind switch
    {
        LampKind.OnTrack or LampKind.Reached => "lamp lamp-green",
        LampKind.DueSoon or LampKind.InReach => "lamp lamp-amber",
        LampKind.Late or LampKind.Behind => "lamp lamp-red",
        LampKind.NotStarted => "lamp lamp-idle",
        LampKind.Done => "lamp lamp-done",
        _ => throw new UnreachableException(),
    };

    public static string Words(this LampKind kind) => kind switch
    {
        LampKind.OnTrack => UiText.LampOnTrack,
        LampKind.DueSoon => UiText.LampDueSoon,
        LampKind.Late => UiText.LampLate,
        LampKind.NotStarted => UiText.LampNotStarted,
        LampKind.Done => UiText.LampDone,
        LampKind.Reached => UiText.LampReached,
        LampKind.InReach => UiText.LampInReach,
        LampKind.Behind => UiText.LampBehind,
        _ => throw new UnreachableException(),
    };
}

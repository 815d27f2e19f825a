using System.Diagnostics;
using Shuren.Ui;

namespace Shuren.Planning.PublicPlan;

/// <summary>The states in words for citizens.</summary>
internal static class PublicWords
{
    public static string Of(PublicState state) => state switch
    {
        PublicState.Planned => PublicText.Planned,
        PublicState.Going => PublicText.Going,
        PublicState.Done => PublicText.Done,
        PublicState.Late => PublicText.Late,
        _ => throw new UnreachableException(),
    };

    public static LampKind LampOf(PublicState state) => state switch
    {
        PublicState.Planned => LampKind.NotStarted,
        PublicState.Going => LampKind.OnTrack,
        PublicState.Done => LampKind.Done,
        PublicState.Late => LampKind.Late,
        _ => throw new UnreachableException(),
    };
}

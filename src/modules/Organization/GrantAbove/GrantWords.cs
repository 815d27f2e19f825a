using Shuren.Kernel;
using Shuren.Ui;

namespace Shuren.Organization.GrantAbove;

/// <summary>Grants on the screen.</summary>
internal static class GrantWords
{
    public static string Of(GrantState state) => state switch
    {
        GrantState.Holds => AboveText.Holds,
        GrantState.Later => AboveText.Later,
        GrantState.Over => AboveText.Over,
        GrantState.Revoked => AboveText.Revoked,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static Tone ToneOf(GrantState state) => state == GrantState.Holds ? Tone.Green : Tone.Plain;

    /// <summary>From when to when.</summary>
    public static string Days(DateOnly since, DateOnly? until) => until is { } last
        ? AboveText.FromUntil.Filled(Wording.FullDay(since), Wording.FullDay(last))
        : AboveText.FromOn.Filled(Wording.FullDay(since));
}

using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>A child of a hand-over with the last word on it. How it stands follows from that word and from the roll, so that nobody can forget to write it.</summary>
internal sealed class HandOverChild
{
    public required Guid HandOverId { get; init; }
    public required Guid PupilId { get; init; }

    /// <summary>Null for who came onto the leaving grade's roll after the hand-over was opened, and of whom nothing was said yet.</summary>
    public required Guid? LineId { get; init; }

    /// <summary>The school named for this child; null where it is the hand-over's.</summary>
    public required Guid? OwnReceiver { get; init; }

    /// <summary>The last word; null where none was said.</summary>
    public required HandOverWord? Word { get; init; }

    /// <summary>Whether today's roll has the child in the leaving grade of the sending school.</summary>
    public required bool IsOnRoll { get; init; }

    public HandOverState State => Word?.Kind switch
    {
        HandOverWordKind.Confirmed => HandOverState.Confirmed,
        HandOverWordKind.OutOfDistrict => HandOverState.OutOfDistrict,
        HandOverWordKind.Repeating => HandOverState.Repeating,
        _ when !IsOnRoll => HandOverState.Moved,
        HandOverWordKind.NotArrived => HandOverState.NotArrived,
        HandOverWordKind.Sent or HandOverWordKind.TakenBack => HandOverState.Sent,
        null => HandOverState.Listed,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Whether somebody still has to say where it goes.</summary>
    public bool IsOpen => State is HandOverState.Listed or HandOverState.Sent or HandOverState.NotArrived;

    /// <summary>The school to which it was handed, or to which it is to be handed; null where none is named.</summary>
    public Guid? ReceiverIn(HandOver handOver) => State == HandOverState.Listed ? OwnReceiver ?? handOver.ReceiverId : Word?.SchoolId;
}

/// <summary>How many children of a hand-over stand how. At all times: all = confirmed + elsewhere + open.</summary>
/// <param name="All">The children handed over.</param>
/// <param name="Confirmed">已接.</param>
/// <param name="Elsewhere">Out of the district, repeating, or moved by the roll before anybody confirmed them.</param>
/// <param name="Listed">待送.</param>
/// <param name="Sent">待接.</param>
/// <param name="NotArrived">未到.</param>
internal sealed record HandOverCounts(int All, int Confirmed, int Elsewhere, int Listed, int Sent, int NotArrived)
{
    public int Open => Listed + Sent + NotArrived;

    public static HandOverCounts Of(IEnumerable<HandOverChild> children)
    {
        var states = children.CountBy(child => child.State).ToDictionary();
        return new(states.Values.Sum(), In(HandOverState.Confirmed), In(HandOverState.OutOfDistrict) + In(HandOverState.Repeating) + In(HandOverState.Moved),
            In(HandOverState.Listed), In(HandOverState.Sent), In(HandOverState.NotArrived));

        int In(HandOverState state) => states.GetValueOrDefault(state);
    }
}

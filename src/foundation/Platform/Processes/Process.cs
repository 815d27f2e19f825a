using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Processes;

/// <summary>
/// The act that is going on in this scope: who, when, why and about what. Every write belongs to one;
/// <see cref="Data.ShurenDb.SaveAsync"/> writes it with its audit entries in the transaction of the change.
/// </summary>
public sealed class Process(Actor actor, TimeProvider time)
{
    /// <summary>The id under which its audit entries stand together.</summary>
    public Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>Room and act, such as <c>planning.import-plan</c>; null until it has begun.</summary>
    public string? Kind { get; private set; }

    /// <summary>Why, in the actor's own words; empty where the act needs no reason.</summary>
    public string Why { get; private set; } = "";

    /// <summary>What it is about.</summary>
    public Ref? About { get; private set; }

    /// <summary>What it rests on: the printed <see cref="Ref"/> of a file, a record or a decision; null where nothing was shown.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The key of the form that was posted: a second post with the same key finds the act done.</summary>
    public Guid? Once { get; set; }

    /// <summary>
    /// True for an act that an archived district takes too: signing in and out, one's own password and second factor, and what is done about the archive itself.
    /// </summary>
    public bool MayTouchArchive { get; set; }

    /// <summary>True in a scope that was opened only to be read: whatever would be saved in it is a bug.</summary>
    public bool ReadsOnly { get; set; }

    /// <summary>Who acts.</summary>
    public Actor Actor => actor;

    /// <summary>When, in UTC; the same moment for everything that the act writes.</summary>
    public DateTime At { get; } = Moments.Kept(time.GetUtcNow().UtcDateTime);

    /// <summary>Whether its row has been written.</summary>
    internal bool IsRecorded { get; set; }

    /// <summary>Names the act. An act that goes on inside another keeps the outer name.</summary>
    public void Begin(string kind, Ref? about = null, string why = "", Ref? evidence = null)
    {
        if (Kind is not null)
            return;
        (Kind, About, Why, Evidence) = (kind, about, why, evidence?.ToString());
    }

    /// <summary>The row of the next save. An act that saves twice leaves two rows, each sealed with what it wrote.</summary>
    internal ProcessRecord Record() => new()
    {
        Id = IsRecorded ? Guid.CreateVersion7() : Id, Kind = Kind!, At = At, ActorId = actor.AccountId, ActorName = actor.Name,
        Why = Why, About = About?.ToString(), Evidence = Evidence ?? actor.Token?.ToString(), Once = IsRecorded ? null : Once,
    };
}

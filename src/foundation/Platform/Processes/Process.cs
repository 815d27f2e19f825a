using Shuren.Kernel;
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

    /// <summary>The key of the form that was posted: a second post with the same key finds the act done.</summary>
    public Guid? Once { get; set; }

    /// <summary>Who acts.</summary>
    public Actor Actor => actor;

    /// <summary>When, in UTC; the same moment for everything that the act writes.</summary>
    public DateTime At { get; } = time.GetUtcNow().UtcDateTime;

    /// <summary>Whether its row has been written.</summary>
    internal bool IsRecorded { get; set; }

    /// <summary>Names the act. An act that goes on inside another keeps the outer name.</summary>
    public void Begin(string kind, Ref? about = null, string why = "")
    {
        if (Kind is not null)
            return;
        (Kind, About, Why) = (kind, about, why);
    }
}

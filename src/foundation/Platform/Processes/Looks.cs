using System.Text.Json;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Processes;

/// <summary>
/// Writes down who looked at what for which purpose, before it is shown: what is not written is not seen.
/// For what not everybody may see - files of the vault, masked fields, whole rolls that leave the house.
/// </summary>
public sealed class Looks(ShurenDb db, Actor actor, EntryIds ids, TimeProvider time)
{
    /// <summary>Records one look at some things.</summary>
    /// <param name="kind">Room and act, such as <c>schools.see-identity</c>.</param>
    /// <param name="purpose">Why, in the actor's words or as the purpose that the page offers.</param>
    /// <param name="things">What is seen; one entry each.</param>
    /// <param name="columns">Which columns are seen; empty for the whole thing.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <exception cref="ArgumentException">No purpose: nobody looks without one.</exception>
    public async Task RecordAsync(string kind, string purpose, IReadOnlyCollection<Ref> things, IReadOnlyCollection<string> columns, CancellationToken ct)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(purpose);
        if (things.Count == 0)
            return;
        var act = new ProcessRecord
        {
            Id = Guid.CreateVersion7(), Kind = kind, At = Moments.Kept(time.GetUtcNow().UtcDateTime), ActorId = actor.AccountId, ActorName = actor.Name,
            Why = purpose, About = things.Count == 1 ? things.First().ToString() : null,
        };
        var seen = JsonSerializer.Serialize((columns.Count == 0 ? ["*"] : columns).ToDictionary(column => column, _ => Array.Empty<string>()), AuditWriter.Readable);
        await db.RecordAsync(act, [.. things.Select(thing => new AuditEntry { Id = ids.Next(), ProcessId = act.Id, Subject = thing.ToString(), Action = AuditActions.Seen, Changes = seen })], ct);
    }
}

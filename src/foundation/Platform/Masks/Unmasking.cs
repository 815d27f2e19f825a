using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Masks;

/// <summary>Lets somebody see sensitive values in full against a purpose: first the look is written into the audit, then the values are given.</summary>
public sealed class Unmasking(ShurenDb db, Looks looks, Actor actor)
{
    /// <summary>The shortest purpose that is taken, in characters.</summary>
    public const int MinimumPurpose = 4;

    /// <summary>Records the look and gives the values.</summary>
    /// <param name="right">Who may look. The caller has found the row inside the actor's scope of that right.</param>
    /// <param name="subject">Whose values they are.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="values">Field and value, of those that are wanted.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The values by field; the refusals <c>NotYours</c> and <c>PurposeMissing</c>.</returns>
    public async Task<Outcome<Dictionary<string, string>>> RunAsync(
        string right, Ref subject, string purpose, IReadOnlyDictionary<string, string> values, CancellationToken ct)
    {
        if (!actor.Can(right))
            return new Refusal("NotYours");
        var said = purpose.Trim();
        if (said.Length is < MinimumPurpose or > 200)
            return new Refusal("PurposeMissing", "purpose", MinimumPurpose);
        await looks.RecordAsync($"{subject.Room}.unmask", said, [subject], [.. values.Keys], ct);
        return new Dictionary<string, string>(values);
    }

    /// <summary>The latest looks at a subject's values, newest first: who, when and what for.</summary>
    public async Task<IReadOnlyList<ProcessRecord>> OfAsync(Ref subject, int most, CancellationToken ct)
    {
        var key = subject.ToString();
        return await db.Processes.Where(act => act.About == key && act.Kind == subject.Room + ".unmask").OrderByDescending(act => act.Id).Take(most).ToListAsync(ct);
    }
}

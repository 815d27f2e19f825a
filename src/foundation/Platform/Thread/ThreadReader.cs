using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;

namespace Shuren.Platform.Thread;

/// <summary>Ties the thread and reads it: where a thing came from (来龙) and what became of it (去脉).</summary>
public sealed class ThreadReader(ShurenDb db, TimeProvider time)
{
    /// <summary>Ties one thing to what came from it; saved with the act that is going on.</summary>
    public void Tie(Ref from, string fromTitle, ThreadRelation relation, Ref to, string toTitle) => db.Add(new ThreadLink
    {
        FromRef = from.ToString(), FromTitle = fromTitle, Relation = relation, ToRef = to.ToString(), ToTitle = toTitle, At = time.GetUtcNow().UtcDateTime,
    });

    /// <summary>All ties of a thing, oldest first.</summary>
    public async Task<IReadOnlyList<ThreadLink>> OfAsync(Ref thing, CancellationToken ct)
    {
        var key = thing.ToString();
        return await db.Set<ThreadLink>().AsNoTracking()
            .Where(link => link.FromRef == key || link.ToRef == key)
            .OrderBy(link => link.At).ThenBy(link => link.Id)
            .ToListAsync(ct);
    }
}

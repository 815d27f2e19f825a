using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Districts.Above;

/// <summary>
/// The one way from a bureau into a district below it: the right in the bureau, the grant in the district and the day are asked here, and the look
/// stands in the district's audit before anything is shown. What is opened can be read and not written, and its reader has no right there.
/// </summary>
public sealed class OpenBelow(CurrentDistrict upper, Actor actor, DistrictDirectory districts, IEnumerable<UpwardKind> kinds, RefusalWords words, TimeProvider time) : IHandler
{
    /// <summary>The act that stands in the district's audit for each opening.</summary>
    public const string Act = "platform.open-from-above";

    /// <summary>Opens it; the caller reads what it shows from the scope and disposes it.</summary>
    /// <param name="code">Code of the district below.</param>
    /// <param name="kind">Name of an <see cref="UpwardKind"/> that is opened.</param>
    /// <param name="thing">What is looked at; null for a list of such things.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>A scope in the district, or <c>BelowNotOpen</c>: whether there is no such district or no grant is not told.</returns>
    public async Task<Outcome<BelowScope>> RunAsync(string code, string kind, Ref? thing, CancellationToken ct)
    {
        if (!actor.Can(AboveRights.ViewBelow) || code == upper.Code || kinds.FirstOrDefault(one => one.Name == kind && one.Href is not null) is not { } opened || await districts.FindAsync(code, ct) is not { } below)
            return new Refusal("BelowNotOpen");
        var scope = districts.EnterFromAbove(below, new Sentence("FromAbove", upper.Name, actor.Name).In(words));
        var (db, day, asker) = (scope.ServiceProvider.GetRequiredService<ShurenDb>(), time.Today(), upper.Code);
        var grants = await db.Set<UpwardGrant>().AsNoTracking().Where(grant => grant.Upper == asker && grant.Kind == kind && grant.RevokedAt == null).ToListAsync(ct);
        if (grants.Find(grant => grant.HoldsOn(day)) is not { } grant)
        {
            await scope.DisposeAsync();
            return new Refusal("BelowNotOpen");
        }
        await scope.ServiceProvider.GetRequiredService<Looks>().RecordAsync(Act, opened.Title(), [thing ?? new Ref("platform", "upwardgrant", grant.Id)], [], ct);
        return new BelowScope(below, scope);
    }
}

/// <summary>A district below, opened to be read.</summary>
public sealed class BelowScope(DistrictCard district, AsyncServiceScope scope) : IAsyncDisposable
{
    /// <summary>The district.</summary>
    public DistrictCard District => district;

    /// <summary>A handler of the district.</summary>
    public T Get<T>() where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    public ValueTask DisposeAsync() => scope.DisposeAsync();
}

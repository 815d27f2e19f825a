using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Districts.Above;

/// <summary>Lets a bureau above know or open some kinds of things, from one day to another.</summary>
public sealed class GrantUpward(ShurenDb db, CurrentDistrict district, DistrictDirectory districts, IEnumerable<UpwardKind> known, JobDesk jobs, Process process, TimeProvider time) : IHandler
{
    /// <summary>What is granted.</summary>
    /// <param name="Upper">Code of the bureau above.</param>
    /// <param name="Kinds">Names of the kinds.</param>
    /// <param name="Since">The first day.</param>
    /// <param name="Until">The last day; null for until it is revoked.</param>
    /// <param name="Why">Why.</param>
    public sealed record Order(string Upper, IReadOnlyList<string> Kinds, DateOnly? Since, DateOnly? Until, string Why);

    /// <summary>What stands against it, without granting: for the page that asks before it is done.</summary>
    /// <returns>The refusals <c>NotYours</c>, <c>GrantUpper</c>, <c>GrantKinds</c>, <c>GrantSince</c>, <c>GrantUntil</c>, <c>GrantWhy</c>; none where it can be done.</returns>
    public async Task<IReadOnlyList<Refusal>> CheckAsync(Order order, CancellationToken ct)
    {
        if (!process.Actor.Can(AboveRights.Grant))
            return [new("NotYours")];
        List<Refusal> refusals = [];
        if (order.Upper == district.Code || await districts.FindAsync(order.Upper, ct) is null)
            refusals.Add(new("GrantUpper", "Upper"));
        if (order.Kinds.Count == 0 || order.Kinds.Any(kind => known.All(one => one.Name != kind)))
            refusals.Add(new("GrantKinds", "Kinds"));
        if (order.Since is not { Year: > 1900 and < 2200 })
            refusals.Add(new("GrantSince", "Since"));
        if (order.Until is { } until && (until < order.Since || until < time.Today()))
            refusals.Add(new("GrantUntil", "Until"));
        if (string.IsNullOrWhiteSpace(order.Why))
            refusals.Add(new("GrantWhy", "Why"));
        return refusals;
    }

    /// <summary>Grants it, and asks for the first report.</summary>
    public async Task<Outcome<Done>> RunAsync(Order order, CancellationToken ct)
    {
        if (await CheckAsync(order, ct) is { Count: > 0 } refusals)
            return refusals.ToList();
        process.Begin("platform.grant-upward", why: order.Why.Trim());
        db.AddRange(order.Kinds.Distinct().Select(kind => new UpwardGrant
        {
            Upper = order.Upper, Kind = kind, Since = order.Since!.Value, Until = order.Until, Why = order.Why.Trim(), By = process.Actor.Name, At = process.At, // checked above
        }));
        jobs.Ask(ReportUp.Kind, new { });
        await db.SaveAsync(ct);
        return new Done();
    }
}

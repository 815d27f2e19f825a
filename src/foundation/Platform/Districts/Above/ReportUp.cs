using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Jobs;
using Shuren.Platform.Outbox;

namespace Shuren.Platform.Districts.Above;

/// <summary>What a district reports to one bureau above it: everything that is granted on that day, and with it what is not any more.</summary>
/// <param name="Upper">Code of the bureau above.</param>
/// <param name="On">The day of which it tells.</param>
/// <param name="At">When it was reckoned, in UTC.</param>
/// <param name="Figures">The figures, each with the days of its grant.</param>
public sealed record FiguresReported(string Upper, DateOnly On, DateTime At, IReadOnlyList<FiguresReported.Figure> Figures) : IEvent
{
    public static string Name => "platform.figures-reported";

    /// <summary>One figure.</summary>
    public sealed record Figure(string Kind, string Key, double Value, DateOnly Since, DateOnly? Until);
}

/// <summary>Every night, and after each grant: reckons what is granted to each bureau above and says it; the outbox brings it there.</summary>
internal sealed class ReportUp(ShurenDb db, EventTeller teller, IEnumerable<UpwardKind> kinds, IServiceProvider services, TimeProvider time) : IJob
{
    public const string Kind = "platform.report-up";

    public async Task<Outcome<Sentence>> RunAsync(JobRun run, CancellationToken ct)
    {
        var (day, at) = (time.Today(), Moments.Kept(time.GetUtcNow().UtcDateTime));
        var grants = await db.Set<UpwardGrant>().AsNoTracking().ToListAsync(ct);
        var reckoned = await ReckonAsync(grants.Where(grant => grant.HoldsOn(day)).Select(grant => grant.Kind).ToHashSet(), day, ct);
        // A bureau to which nothing is granted any more is told so too.
        foreach (var upper in grants.GroupBy(grant => grant.Upper))
            teller.Say(new FiguresReported(upper.Key, day, at, [.. upper.Where(grant => grant.HoldsOn(day)).GroupBy(grant => grant.Kind).SelectMany(kind => Figures(kind, reckoned))]));
        await db.SaveAsync(ct);
        return new Sentence("FiguresReported", $"{grants.Select(grant => grant.Upper).Distinct().Count()}");
    }

    // Of several grants of a kind the one that lasts longest counts.
    private static IEnumerable<FiguresReported.Figure> Figures(IGrouping<string, UpwardGrant> grants, Dictionary<string, IReadOnlyDictionary<string, double>> reckoned)
    {
        var grant = grants.OrderByDescending(one => one.Until ?? DateOnly.MaxValue).First();
        return reckoned.GetValueOrDefault(grants.Key, new Dictionary<string, double>()).Select(figure => new FiguresReported.Figure(grants.Key, figure.Key, figure.Value, grant.Since, grant.Until));
    }

    private async Task<Dictionary<string, IReadOnlyDictionary<string, double>>> ReckonAsync(HashSet<string> granted, DateOnly day, CancellationToken ct)
    {
        var found = new Dictionary<string, IReadOnlyDictionary<string, double>>(StringComparer.Ordinal);
        foreach (var kind in kinds.Where(kind => granted.Contains(kind.Name)))
            found[kind.Name] = kind.Reporter is { } type ? await ((IReportUp)services.GetRequiredService(type)).RunAsync(day, ct) : new Dictionary<string, double> { [BelowFigure.Opening] = 1 };
        return found;
    }
}

/// <summary>Brings a report to the bureau above. What was revoked since it was said is left out, also where the revocation comes at this very moment.</summary>
internal sealed class BringFigures(ShurenDb db, CurrentDistrict district, UpperFigures figures, TimeProvider time) : IListen<FiguresReported>
{
    public const string Kind = "platform.bring-figures";

    public async Task HearAsync(FiguresReported said, Guid id, CancellationToken ct)
    {
        var granted = await GrantedAsync(said.Upper, ct);
        var rows = said.Figures.Where(figure => granted.Contains(figure.Kind)).Select(figure => new BelowFigure
        {
            Below = district.Code, BelowName = district.Name, Kind = figure.Kind, Key = figure.Key, Value = figure.Value, Since = figure.Since, Until = figure.Until, On = said.On, At = said.At,
        }).ToList();
        if (!await figures.ReplaceAsync(said.Upper, district.Code, said.At, rows, ct))
            return;
        // Whoever revoked between the two questions has removed rows that were not there yet.
        granted = await GrantedAsync(said.Upper, ct);
        await figures.RemoveAsync(said.Upper, district.Code, [.. rows.Select(row => row.Kind).Where(kind => !granted.Contains(kind)).Distinct()], ct);
    }

    private async Task<HashSet<string>> GrantedAsync(string upper, CancellationToken ct)
    {
        var day = time.Today();
        return (await db.Set<UpwardGrant>().AsNoTracking().Where(grant => grant.Upper == upper).ToListAsync(ct)).Where(grant => grant.HoldsOn(day)).Select(grant => grant.Kind).ToHashSet();
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Indicators.ReportFigures;

/// <summary>The figures of the district that packs want reported, with what counts now, what waits and what was sent back: seen by whoever sees the district's values.</summary>
internal sealed class ReadFigures(IndicatorsDb indicators, PackBook book, IndicatorScope reach, TimeProvider time) : IHandler
{
    /// <summary>A figure of the list.</summary>
    /// <param name="Item">What is asked.</param>
    /// <param name="Pack">Who asks.</param>
    /// <param name="Counts">What counts today; null where nothing does.</param>
    /// <param name="ConfirmedBy">Who confirmed it.</param>
    /// <param name="Waits">What was reported and waits.</param>
    /// <param name="SentBack">Why the last one was sent back, where nothing was reported since.</param>
    public sealed record Line(FigureItem Item, Pack Pack, ReportedFigure? Counts, string? ConfirmedBy, ReportedFigure? Waits, string? SentBack);

    public async Task<IReadOnlyList<Line>> RunAsync(CancellationToken ct)
    {
        var (district, today) = ((await reach.RunAsync(IndicatorsRights.View, ct)).District.Id, time.Today());
        var figures = (await indicators.Figures.AsNoTracking().Where(figure => figure.UnitId == district).OrderBy(figure => figure.ReportedAt).ToListAsync(ct)).ToLookup(figure => figure.Item);
        var confirmed = await indicators.Confirmations.AsNoTracking().ToDictionaryAsync(row => row.FigureId, ct);
        var rejected = await indicators.Rejections.AsNoTracking().ToDictionaryAsync(row => row.FigureId, ct);
        return [.. book.All.SelectMany(pack => pack.Figures.Select(item => LineOf(pack, item, [.. figures[item.Code]])))];

        Line LineOf(Pack pack, FigureItem item, List<ReportedFigure> all)
        {
            var counts = all.Where(figure => confirmed.ContainsKey(figure.Id) && figure.Since <= today && !(figure.ExpiresOn <= today)).MaxBy(figure => (figure.Since, confirmed[figure.Id].At));
            return new(item, pack, counts, counts is null ? null : confirmed[counts.Id].By, all.Find(figure => !confirmed.ContainsKey(figure.Id) && !rejected.ContainsKey(figure.Id)),
                all is [.., var last] && rejected.TryGetValue(last.Id, out var back) ? back.Why : null);
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts.Above;

namespace Shuren.Organization.ViewBelow;

/// <summary>What the districts below report and let be opened today: one query, whatever their number.</summary>
internal sealed class ReadBelow(ShurenDb db, IEnumerable<UpwardKind> kinds, TimeProvider time) : IHandler
{
    /// <summary>A district below.</summary>
    /// <param name="Code">Its code.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="On">The day of its last report.</param>
    /// <param name="Figures">The figures by kind and key; what is not granted is not there.</param>
    /// <param name="Open">The kinds that may be opened.</param>
    public sealed record Row(string Code, string Name, DateOnly On, IReadOnlyDictionary<(string Kind, string Key), double> Figures, IReadOnlyList<UpwardKind> Open);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken ct)
    {
        var today = time.Today();
        var figures = await db.Set<BelowFigure>().AsNoTracking().Where(figure => figure.Since <= today && (figure.Until == null || figure.Until >= today)).OrderBy(figure => figure.Below).ToListAsync(ct);
        return [.. figures.GroupBy(figure => figure.Below).Select(RowOf)];
    }

    private Row RowOf(IGrouping<string, BelowFigure> below) => new(below.Key, below.First().BelowName, below.Max(figure => figure.On),
        below.Where(figure => figure.Key != BelowFigure.Opening).ToDictionary(figure => (figure.Kind, figure.Key), figure => figure.Value),
        [.. kinds.Where(kind => kind.Href is not null && below.Any(figure => figure.Kind == kind.Name))]);
}

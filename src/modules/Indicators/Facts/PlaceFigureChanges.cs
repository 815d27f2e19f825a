using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Processes;
using Shuren.Platform.Windows;

namespace Shuren.Indicators.Facts;

/// <summary>The units whose confirmed figures changed.</summary>
internal sealed class PlaceFigureChanges(IndicatorsDb indicators) : IPlaceChanges
{
    public string Room => "indicators";

    public async Task<IReadOnlySet<Guid>?> UnitsOfAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct)
    {
        var about = entries.Select(entry => Ref.Parse(entry.Subject)).ToLookup(row => row.Kind, row => row.Id);
        var confirmed = about["figureconfirmation"].Distinct().ToList();
        var units = await indicators.Confirmations.Where(row => confirmed.Contains(row.Id)).Join(indicators.Figures, row => row.FigureId, figure => figure.Id, (row, figure) => figure.UnitId).ToListAsync(ct);
        return units.ToHashSet();
    }
}

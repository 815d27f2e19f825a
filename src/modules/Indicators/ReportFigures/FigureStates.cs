using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;
using Shuren.Kernel;

namespace Shuren.Indicators.ReportFigures;

/// <summary>How reported figures stand.</summary>
internal static class FigureStates
{
    /// <summary>Reported, and neither confirmed nor sent back yet.</summary>
    public static IQueryable<ReportedFigure> Open(IndicatorsDb indicators) => indicators.Figures.AsNoTracking()
        .Where(figure => !indicators.Confirmations.Any(row => row.FigureId == figure.Id) && !indicators.Rejections.Any(row => row.FigureId == figure.Id));

    public static Ref Ref(Guid figure) => new("indicators", "reportedfigure", figure);
}

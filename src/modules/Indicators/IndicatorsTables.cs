using Microsoft.EntityFrameworkCore;
using Shuren.Indicators.Model;

namespace Shuren.Indicators;

/// <summary>The room's tables. A unit is named by its id, never by a key across rooms.</summary>
internal static class IndicatorsTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Reading>(reading =>
        {
            reading.ToTable("indicators_readings");
            reading.HasKey(row => new { row.Day, row.Indicator, row.UnitId });
            reading.HasIndex(row => new { row.UnitId, row.Day });
        });
        model.Entity<Total>(total =>
        {
            total.ToTable("indicators_totals");
            total.HasKey(row => new { row.Scan, row.UnitId, row.At, row.Slot });
            total.HasIndex(row => row.UnitId);
        });
        model.Entity<ReadingMark>(mark => mark.ToTable("indicators_reading_marks"));
        model.Entity<ReportedFigure>(figure =>
        {
            figure.ToTable("indicators_figures");
            figure.HasIndex(row => new { row.Item, row.UnitId, row.Since });
        });
        model.Entity<FigureConfirmation>(confirmation =>
        {
            confirmation.ToTable("indicators_figure_confirmations");
            confirmation.HasOne<ReportedFigure>().WithMany().HasForeignKey(row => row.FigureId).OnDelete(DeleteBehavior.Cascade);
            confirmation.HasIndex(row => row.FigureId).IsUnique();
        });
        model.Entity<FigureRejection>(rejection =>
        {
            rejection.ToTable("indicators_figure_rejections");
            rejection.HasOne<ReportedFigure>().WithMany().HasForeignKey(row => row.FigureId).OnDelete(DeleteBehavior.Cascade);
            rejection.HasIndex(row => row.FigureId).IsUnique();
        });
        model.Entity<Alert>(alert =>
        {
            alert.ToTable("indicators_alerts");
            // Two nodes that look at the same moment cannot both begin it.
            alert.HasIndex(row => new { row.Rule, row.Subject, row.UnitId, row.Since }).IsUnique();
            alert.HasIndex(row => row.EndedOn);
            alert.Ignore(row => row.State);
        });
        model.Entity<AlertSilence>(silence => silence.ToTable("indicators_alert_silences"));
        model.Entity<SilenceLift>(lift =>
        {
            lift.ToTable("indicators_silence_lifts");
            lift.HasOne<AlertSilence>().WithMany().HasForeignKey(row => row.SilenceId).OnDelete(DeleteBehavior.Cascade);
            lift.HasIndex(row => row.SilenceId).IsUnique();
        });
    }
}

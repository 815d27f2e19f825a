using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Indicators.Migrations;

/// <summary>Readings with the totals that they are made from, and reported figures.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261130_0301_Indicators_Readings")]
internal sealed class IndicatorsReadings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("indicators_readings", table => new
        {
            indicator = table.Column<string>(),
            unit_id = table.Column<Guid>(),
            day = table.Column<DateOnly>(),
            numerator = table.Column<double>(nullable: true),
            denominator = table.Column<double>(nullable: true),
            value = table.Column<double>(),
        }, constraints: table => table.PrimaryKey("PK_indicators_readings", row => new { row.day, row.indicator, row.unit_id }));
        migrationBuilder.CreateIndex("IX_indicators_readings_unit_id_day", "indicators_readings", ["unit_id", "day"]);
        migrationBuilder.CreateTable("indicators_totals", table => new
        {
            scan = table.Column<int>(),
            slot = table.Column<int>(),
            unit_id = table.Column<Guid>(),
            at = table.Column<DateOnly>(),
            value = table.Column<double>(),
        }, constraints: table => table.PrimaryKey("PK_indicators_totals", row => new { row.scan, row.unit_id, row.at, row.slot }));
        migrationBuilder.CreateIndex("IX_indicators_totals_unit_id", "indicators_totals", "unit_id");
        migrationBuilder.CreateTable("indicators_reading_marks", table => new
        {
            id = table.Column<Guid>(),
            edition = table.Column<string>(),
            day = table.Column<DateOnly>(),
            block = table.Column<long>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_indicators_reading_marks", row => row.id));
        migrationBuilder.CreateTable("indicators_figures", table => new
        {
            id = table.Column<Guid>(),
            item = table.Column<string>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            expires_on = table.Column<DateOnly>(nullable: true),
            value = table.Column<double>(),
            evidence = table.Column<string>(),
            reported_by_id = table.Column<Guid>(nullable: true),
            reported_by = table.Column<string>(),
            reported_at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_indicators_figures", row => row.id));
        migrationBuilder.CreateIndex("IX_indicators_figures_item_unit_id_since", "indicators_figures", ["item", "unit_id", "since"]);
        migrationBuilder.CreateTable("indicators_figure_confirmations", table => new
        {
            id = table.Column<Guid>(),
            figure_id = table.Column<Guid>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_indicators_figure_confirmations", row => row.id);
            table.ForeignKey("FK_indicators_figure_confirmations_indicators_figures_figure_id", row => row.figure_id, "indicators_figures", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_indicators_figure_confirmations_figure_id", "indicators_figure_confirmations", "figure_id", unique: true);
        migrationBuilder.CreateTable("indicators_figure_rejections", table => new
        {
            id = table.Column<Guid>(),
            figure_id = table.Column<Guid>(),
            why = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_indicators_figure_rejections", row => row.id);
            table.ForeignKey("FK_indicators_figure_rejections_indicators_figures_figure_id", row => row.figure_id, "indicators_figures", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_indicators_figure_rejections_figure_id", "indicators_figure_rejections", "figure_id", unique: true);
    }
}

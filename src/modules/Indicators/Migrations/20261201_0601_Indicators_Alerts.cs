using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Indicators.Migrations;

/// <summary>Alerts and the silences over them.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261201_0601_Indicators_Alerts")]
internal sealed class IndicatorsAlerts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("indicators_alerts", table => new
        {
            id = table.Column<Guid>(),
            rule = table.Column<string>(),
            subject = table.Column<string>(),
            unit_id = table.Column<Guid>(),
            since = table.Column<DateOnly>(),
            fired_on = table.Column<DateOnly>(nullable: true),
            well_since = table.Column<DateOnly>(nullable: true),
            ended_on = table.Column<DateOnly>(nullable: true),
            is_gone = table.Column<bool>(),
            value = table.Column<double>(nullable: true),
            line = table.Column<double>(nullable: true),
            past = table.Column<double>(nullable: true),
            past_day = table.Column<DateOnly>(nullable: true),
            told_on = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table => table.PrimaryKey("PK_indicators_alerts", row => row.id));
        migrationBuilder.CreateIndex("IX_indicators_alerts_rule_subject_unit_id_since", "indicators_alerts", ["rule", "subject", "unit_id", "since"], unique: true);
        migrationBuilder.CreateIndex("IX_indicators_alerts_ended_on", "indicators_alerts", "ended_on");
        migrationBuilder.CreateTable("indicators_alert_silences", table => new
        {
            id = table.Column<Guid>(),
            rule = table.Column<string>(nullable: true),
            subject = table.Column<string>(nullable: true),
            unit_id = table.Column<Guid>(nullable: true),
            first_day = table.Column<DateOnly>(),
            last_day = table.Column<DateOnly>(),
            why = table.Column<string>(),
            by_id = table.Column<Guid>(nullable: true),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table => table.PrimaryKey("PK_indicators_alert_silences", row => row.id));
        migrationBuilder.CreateTable("indicators_silence_lifts", table => new
        {
            id = table.Column<Guid>(),
            silence_id = table.Column<Guid>(),
            on = table.Column<DateOnly>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_indicators_silence_lifts", row => row.id);
            table.ForeignKey("FK_indicators_silence_lifts_indicators_alert_silences_silence_id", row => row.silence_id, "indicators_alert_silences", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_indicators_silence_lifts_silence_id", "indicators_silence_lifts", "silence_id", unique: true);
    }
}

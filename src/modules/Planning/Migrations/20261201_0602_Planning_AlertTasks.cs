using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Planning.Migrations;

/// <summary>The task that was opened for an alert.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261201_0602_Planning_AlertTasks")]
internal sealed class PlanningAlertTasks : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_alert_tasks", table => new
        {
            id = table.Column<Guid>(),
            alert_id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_alert_tasks", row => row.id);
            table.ForeignKey("FK_planning_alert_tasks_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_alert_tasks_task_id", "planning_alert_tasks", "task_id");
        migrationBuilder.CreateIndex("IX_planning_alert_tasks_alert_id", "planning_alert_tasks", "alert_id", unique: true);
    }
}

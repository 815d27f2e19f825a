using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Shuren.Platform.Data;

namespace Shuren.Planning.Migrations;

/// <summary>A plan with its sections, tasks and targets; its life, progress and pressure.</summary>
[DbContext(typeof(ShurenDb))]
[Migration("20261124_0003_Planning_Year")]
internal sealed class PlanningYear : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Plans(migrationBuilder);
        Tasks(migrationBuilder);
        Targets(migrationBuilder);
        Progress(migrationBuilder);
        Dispatch(migrationBuilder);
    }

    private static void Plans(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_plans", table => new
        {
            id = table.Column<Guid>(),
            kind = table.Column<string>(),
            title = table.Column<string>(),
            bureau = table.Column<string>(),
            district = table.Column<string>(nullable: true),
            year = table.Column<int>(),
            end_year = table.Column<int>(),
            document_date = table.Column<DateOnly>(nullable: true),
            document_number = table.Column<string>(nullable: true),
            framework = table.Column<string>(),
            imported_at = table.Column<DateTime>(),
            reviewed_at = table.Column<DateTime>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_plans", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_planning_plans_year", "planning_plans", "year");

        migrationBuilder.CreateTable("planning_sources", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            edition = table.Column<int>(),
            file_name = table.Column<string>(),
            file_id = table.Column<Guid>(nullable: true),
            text = table.Column<string>(),
            page_starts = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_sources", row => row.id);
            table.ForeignKey("FK_planning_sources_planning_plans_plan_id", row => row.plan_id, "planning_plans", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_sources_plan_id", "planning_sources", "plan_id");

        migrationBuilder.CreateTable("planning_sections", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            parent_id = table.Column<Guid>(nullable: true),
            position = table.Column<int>(),
            level = table.Column<int>(),
            marker = table.Column<string>(),
            title = table.Column<string>(),
            is_plan = table.Column<bool>(),
            source_start = table.Column<int>(nullable: true),
            source_end = table.Column<int>(nullable: true),
            source_page = table.Column<int>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_sections", row => row.id);
            table.ForeignKey("FK_planning_sections_planning_plans_plan_id", row => row.plan_id, "planning_plans", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_sections_plan_id", "planning_sections", "plan_id");

        migrationBuilder.CreateTable("planning_steps", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            kind = table.Column<string>(),
            unit_id = table.Column<Guid>(nullable: true),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            remark = table.Column<string>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_steps", row => row.id);
            table.ForeignKey("FK_planning_steps_planning_plans_plan_id", row => row.plan_id, "planning_plans", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_steps_plan_id", "planning_steps", "plan_id");
    }

    private static void Tasks(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_tasks", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            section_id = table.Column<Guid>(nullable: true),
            position = table.Column<int>(),
            number = table.Column<string>(),
            title = table.Column<string>(),
            text = table.Column<string>(),
            origin = table.Column<string>(),
            lead_unit_id = table.Column<Guid>(nullable: true),
            lead_reason = table.Column<string>(),
            lead_is_set = table.Column<bool>(),
            accountable_id = table.Column<Guid>(nullable: true),
            due_on = table.Column<DateOnly>(nullable: true),
            due_words = table.Column<string>(),
            due_reason = table.Column<string>(),
            due_is_set = table.Column<bool>(),
            mechanism = table.Column<string>(),
            answers_task_id = table.Column<Guid>(nullable: true),
            accepted_at = table.Column<DateTime>(nullable: true),
            dropped_at = table.Column<DateTime>(nullable: true),
            is_public = table.Column<bool>(),
            percent = table.Column<int>(),
            done_on = table.Column<DateOnly>(nullable: true),
            source_start = table.Column<int>(nullable: true),
            source_end = table.Column<int>(nullable: true),
            source_line = table.Column<int>(nullable: true),
            source_page = table.Column<int>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_tasks", row => row.id);
            table.ForeignKey("FK_planning_tasks_planning_plans_plan_id", row => row.plan_id, "planning_plans", "id", onDelete: ReferentialAction.Cascade);
            table.ForeignKey("FK_planning_tasks_planning_sections_section_id", row => row.section_id, "planning_sections", "id", onDelete: ReferentialAction.SetNull);
        });
        migrationBuilder.CreateIndex("IX_planning_tasks_due_on", "planning_tasks", "due_on");
        migrationBuilder.CreateIndex("IX_planning_tasks_lead_unit_id_due_on", "planning_tasks", ["lead_unit_id", "due_on"]);
        migrationBuilder.CreateIndex("IX_planning_tasks_plan_id", "planning_tasks", "plan_id");
        migrationBuilder.CreateIndex("IX_planning_tasks_section_id", "planning_tasks", "section_id");

        migrationBuilder.CreateTable("planning_task_supports", table => new
        {
            id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_task_supports", row => row.id);
            table.ForeignKey("FK_planning_task_supports_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_task_supports_task_id", "planning_task_supports", "task_id");
        migrationBuilder.CreateIndex("IX_planning_task_supports_unit_id", "planning_task_supports", "unit_id");

        migrationBuilder.CreateTable("planning_milestones", table => new
        {
            id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            due_on = table.Column<DateOnly>(),
            title = table.Column<string>(),
            done_on = table.Column<DateOnly>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_milestones", row => row.id);
            table.ForeignKey("FK_planning_milestones_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_milestones_due_on", "planning_milestones", "due_on");
        migrationBuilder.CreateIndex("IX_planning_milestones_task_id", "planning_milestones", "task_id");

        migrationBuilder.CreateTable("planning_amendments", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            field = table.Column<string>(),
            before = table.Column<string>(),
            after = table.Column<string>(),
            reason = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_amendments", row => row.id);
            table.ForeignKey("FK_planning_amendments_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_amendments_plan_id", "planning_amendments", "plan_id");
        migrationBuilder.CreateIndex("IX_planning_amendments_task_id", "planning_amendments", "task_id");

        migrationBuilder.CreateTable("planning_change_requests", table => new
        {
            id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(),
            wish = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            answered_at = table.Column<DateTime>(nullable: true),
            granted = table.Column<bool>(nullable: true),
            answer = table.Column<string>(),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_change_requests", row => row.id);
            table.ForeignKey("FK_planning_change_requests_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_change_requests_task_id", "planning_change_requests", "task_id");
    }

    private static void Targets(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_targets", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            task_id = table.Column<Guid>(nullable: true),
            position = table.Column<int>(),
            indicator = table.Column<string>(),
            kind = table.Column<string>(),
            value = table.Column<double>(nullable: true),
            upper_value = table.Column<double>(nullable: true),
            unit = table.Column<string>(),
            comparator = table.Column<string>(nullable: true),
            deadline = table.Column<string>(nullable: true),
            status = table.Column<string>(),
            quote = table.Column<string>(),
            baseline = table.Column<double>(nullable: true),
            dropped_at = table.Column<DateTime>(nullable: true),
            source_start = table.Column<int>(nullable: true),
            source_end = table.Column<int>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_targets", row => row.id);
            table.ForeignKey("FK_planning_targets_planning_plans_plan_id", row => row.plan_id, "planning_plans", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_targets_plan_id", "planning_targets", "plan_id");
        migrationBuilder.CreateIndex("IX_planning_targets_task_id", "planning_targets", "task_id");

        migrationBuilder.CreateTable("planning_target_values", table => new
        {
            id = table.Column<Guid>(),
            target_id = table.Column<Guid>(),
            on = table.Column<DateOnly>(),
            value = table.Column<double>(),
            note = table.Column<string>(),
            report_id = table.Column<Guid>(nullable: true),
            reported_by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_target_values", row => row.id);
            table.ForeignKey("FK_planning_target_values_planning_targets_target_id", row => row.target_id, "planning_targets", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_target_values_target_id", "planning_target_values", "target_id");
    }

    private static void Progress(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_progress_reports", table => new
        {
            id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            milestone_id = table.Column<Guid>(nullable: true),
            unit_id = table.Column<Guid>(),
            on = table.Column<DateOnly>(),
            percent = table.Column<int>(),
            words = table.Column<string>(),
            links = table.Column<string>(),
            by_id = table.Column<Guid>(nullable: true),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_progress_reports", row => row.id);
            table.ForeignKey("FK_planning_progress_reports_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_progress_reports_task_id", "planning_progress_reports", "task_id");

        migrationBuilder.CreateTable("planning_report_confirmations", table => new
        {
            id = table.Column<Guid>(),
            report_id = table.Column<Guid>(),
            accepted = table.Column<bool>(),
            remark = table.Column<string>(),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_report_confirmations", row => row.id);
            table.ForeignKey("FK_planning_report_confirmations_planning_progress_reports_report_id", row => row.report_id, "planning_progress_reports", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_report_confirmations_report_id", "planning_report_confirmations", "report_id", unique: true);
    }

    private static void Dispatch(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable("planning_dispatch_steps", table => new
        {
            id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            rung = table.Column<string>(),
            on = table.Column<DateOnly>(),
            reason = table.Column<string>(),
            answer_by = table.Column<DateOnly>(),
            document_title = table.Column<string>(),
            document_number = table.Column<string>(),
            meeting_id = table.Column<Guid>(nullable: true),
            by = table.Column<string>(),
            at = table.Column<DateTime>(),
            answer = table.Column<string>(nullable: true),
            answered_on = table.Column<DateOnly>(nullable: true),
            brought_result = table.Column<bool>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_dispatch_steps", row => row.id);
            table.ForeignKey("FK_planning_dispatch_steps_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_dispatch_steps_task_id", "planning_dispatch_steps", "task_id");

        migrationBuilder.CreateTable("planning_meetings", table => new
        {
            id = table.Column<Guid>(),
            plan_id = table.Column<Guid>(),
            number = table.Column<int>(),
            on = table.Column<DateOnly>(),
            time_and_place = table.Column<string>(),
            chair = table.Column<string>(),
            closed_at = table.Column<DateTime>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_meetings", row => row.id);
            table.ForeignKey("FK_planning_meetings_planning_plans_plan_id", row => row.plan_id, "planning_plans", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_meetings_plan_id", "planning_meetings", "plan_id");

        migrationBuilder.CreateTable("planning_agenda_items", table => new
        {
            id = table.Column<Guid>(),
            meeting_id = table.Column<Guid>(),
            position = table.Column<int>(),
            task_id = table.Column<Guid>(nullable: true),
            title = table.Column<string>(),
            why = table.Column<string>(),
            decision = table.Column<string>(),
            decision_task_id = table.Column<Guid>(nullable: true),
            version = table.Column<long>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_agenda_items", row => row.id);
            table.ForeignKey("FK_planning_agenda_items_planning_meetings_meeting_id", row => row.meeting_id, "planning_meetings", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_agenda_items_meeting_id", "planning_agenda_items", "meeting_id");

        migrationBuilder.CreateTable("planning_reminders", table => new
        {
            id = table.Column<Guid>(),
            task_id = table.Column<Guid>(),
            milestone_id = table.Column<Guid>(nullable: true),
            kind = table.Column<string>(),
            due_on = table.Column<DateOnly>(),
            at = table.Column<DateTime>(),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_reminders", row => row.id);
            table.ForeignKey("FK_planning_reminders_planning_tasks_task_id", row => row.task_id, "planning_tasks", "id", onDelete: ReferentialAction.Cascade);
        });
        migrationBuilder.CreateIndex("IX_planning_reminders_task_id", "planning_reminders", "task_id");

        migrationBuilder.CreateTable("planning_calendar_feeds", table => new
        {
            id = table.Column<Guid>(),
            unit_id = table.Column<Guid>(nullable: true),
            account_id = table.Column<Guid>(),
            secret_hash = table.Column<string>(),
            at = table.Column<DateTime>(),
            ended_at = table.Column<DateTime>(nullable: true),
        }, constraints: table =>
        {
            table.PrimaryKey("PK_planning_calendar_feeds", row => row.id);
        });
        migrationBuilder.CreateIndex("IX_planning_calendar_feeds_secret_hash", "planning_calendar_feeds", "secret_hash", unique: true);
    }
}

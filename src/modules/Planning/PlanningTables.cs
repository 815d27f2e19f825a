using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Shuren.Planning.Model;

namespace Shuren.Planning;

/// <summary>The room's tables. What belongs to a plan or a task goes with it; a lead is a unit's id, never a key across rooms.</summary>
internal static class PlanningTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<WorkPlan>(plan =>
        {
            plan.ToTable("planning_plans");
            plan.HasIndex(p => p.Year);
        });
        Of<PlanSource, WorkPlan>(model, "planning_sources", nameof(PlanSource.PlanId));
        Of<PlanSection, WorkPlan>(model, "planning_sections", nameof(PlanSection.PlanId));
        Of<WorkTask, WorkPlan>(model, "planning_tasks", nameof(WorkTask.PlanId));
        model.Entity<WorkTask>(task =>
        {
            task.HasOne<PlanSection>().WithMany().HasForeignKey(t => t.SectionId).OnDelete(DeleteBehavior.SetNull);
            task.HasIndex(t => new { t.LeadUnitId, t.DueOn });
            task.HasIndex(t => t.DueOn);
        });
        Of<TaskSupport, WorkTask>(model, "planning_task_supports", nameof(TaskSupport.TaskId)).HasIndex(s => s.UnitId);
        Of<Milestone, WorkTask>(model, "planning_milestones", nameof(Milestone.TaskId)).HasIndex(m => m.DueOn);
        Of<Target, WorkPlan>(model, "planning_targets", nameof(Target.PlanId)).HasIndex(t => t.TaskId);
        Of<TargetValue, Target>(model, "planning_target_values", nameof(TargetValue.TargetId));
        Of<TargetBinding, Target>(model, "planning_target_bindings", nameof(TargetBinding.TargetId), unique: true).HasIndex(b => b.Indicator);
        Of<PlanStep, WorkPlan>(model, "planning_steps", nameof(PlanStep.PlanId));
        Of<Amendment, WorkTask>(model, "planning_amendments", nameof(Amendment.TaskId)).HasIndex(a => a.PlanId);
        Of<ChangeRequest, WorkTask>(model, "planning_change_requests", nameof(ChangeRequest.TaskId));
        Of<ProgressReport, WorkTask>(model, "planning_progress_reports", nameof(ProgressReport.TaskId));
        Of<ReportConfirmation, ProgressReport>(model, "planning_report_confirmations", nameof(ReportConfirmation.ReportId), unique: true);
        Of<DispatchStep, WorkTask>(model, "planning_dispatch_steps", nameof(DispatchStep.TaskId));
        Of<DispatchMeeting, WorkPlan>(model, "planning_meetings", nameof(DispatchMeeting.PlanId));
        Of<AgendaItem, DispatchMeeting>(model, "planning_agenda_items", nameof(AgendaItem.MeetingId));
        Of<SentReminder, WorkTask>(model, "planning_reminders", nameof(SentReminder.TaskId));
        Of<AlertTask, WorkTask>(model, "planning_alert_tasks", nameof(AlertTask.TaskId)).HasIndex(row => row.AlertId).IsUnique();
        model.Entity<CalendarFeed>(feed =>
        {
            feed.ToTable("planning_calendar_feeds");
            feed.HasIndex(f => f.SecretHash).IsUnique();
        });
    }

    /// <summary>A table whose rows belong to a row of another and go with it.</summary>
    private static EntityTypeBuilder<T> Of<T, TOwner>(ModelBuilder model, string table, string key, bool unique = false) where T : class where TOwner : class
    {
        var entity = model.Entity<T>();
        entity.ToTable(table);
        entity.HasOne<TOwner>().WithMany().HasForeignKey(key).OnDelete(DeleteBehavior.Cascade);
        entity.HasIndex(key).IsUnique(unique);
        return entity;
    }
}

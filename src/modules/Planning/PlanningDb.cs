using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform.Data;

namespace Shuren.Planning;

/// <summary>The room's key to the database.</summary>
internal sealed class PlanningDb(ShurenDb house)
{
    public DbSet<WorkPlan> Plans => house.Set<WorkPlan>();
    public DbSet<PlanSource> Sources => house.Set<PlanSource>();
    public DbSet<PlanSection> Sections => house.Set<PlanSection>();
    public DbSet<WorkTask> Tasks => house.Set<WorkTask>();
    public DbSet<TaskSupport> Supports => house.Set<TaskSupport>();
    public DbSet<Milestone> Milestones => house.Set<Milestone>();
    public DbSet<Target> Targets => house.Set<Target>();
    public DbSet<TargetValue> TargetValues => house.Set<TargetValue>();
    public DbSet<TargetBinding> Bindings => house.Set<TargetBinding>();
    public DbSet<PlanStep> Steps => house.Set<PlanStep>();
    public DbSet<Amendment> Amendments => house.Set<Amendment>();
    public DbSet<ChangeRequest> ChangeRequests => house.Set<ChangeRequest>();
    public DbSet<ProgressReport> Reports => house.Set<ProgressReport>();
    public DbSet<ReportConfirmation> Confirmations => house.Set<ReportConfirmation>();
    public DbSet<DispatchStep> DispatchSteps => house.Set<DispatchStep>();
    public DbSet<DispatchMeeting> Meetings => house.Set<DispatchMeeting>();
    public DbSet<AgendaItem> AgendaItems => house.Set<AgendaItem>();
    public DbSet<SentReminder> Reminders => house.Set<SentReminder>();
    public DbSet<AlertTask> AlertTasks => house.Set<AlertTask>();
    public DbSet<CalendarFeed> CalendarFeeds => house.Set<CalendarFeed>();

    public Task SaveAsync(CancellationToken ct) => house.SaveAsync(ct);

    /// <summary>Counts a target's version up with the save that comes, where only something that belongs to it changes: of two who do that at once the second is refused.</summary>
    public void Hold(Target target) => house.Expect<Target>(target.Id, [target.Version]);

    /// <summary>Saves an act on something that people edit.</summary>
    /// <returns>What was done, or <c>EditedMeanwhile</c> where somebody else was quicker.</returns>
    public async Task<Outcome<T>> TrySaveAsync<T>(T done, CancellationToken ct)
    {
        try
        {
            await house.SaveAsync(ct);
            return done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return new Refusal("EditedMeanwhile");
        }
    }

    /// <summary>The same for an act that adds the one row there may be: of two who add it at once the second is refused too.</summary>
    public async Task<Outcome<T>> TrySaveTheOnlyAsync<T>(T done, CancellationToken ct)
    {
        try
        {
            await house.SaveAsync(ct);
            return done;
        }
        catch (DbUpdateException)
        {
            return new Refusal("EditedMeanwhile");
        }
    }
}

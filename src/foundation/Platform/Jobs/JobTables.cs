using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Outbox;

namespace Shuren.Platform.Jobs;

/// <summary>The tables of background work.</summary>
internal static class JobTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Job>(job =>
        {
            job.ToTable("platform_jobs");
            job.HasIndex(j => j.Key).IsUnique();
            job.HasIndex(j => new { j.State, j.NextAt });
            job.Property(j => j.Fence).IsConcurrencyToken();
        });
        model.Entity<JobOrder>(order =>
        {
            order.ToTable("platform_job_orders");
            order.HasIndex(o => o.JobId);
        });
        model.Entity<OutboxEvent>(said =>
        {
            said.ToTable("platform_outbox_events");
            said.HasIndex(s => s.At);
        });
    }
}

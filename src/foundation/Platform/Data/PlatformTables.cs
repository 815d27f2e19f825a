using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Districts;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Doors;
using Shuren.Platform.Exchange;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Keeping;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Platform.Search;
using Shuren.Platform.Thread;

namespace Shuren.Platform.Data;

/// <summary>The tables that every room leans on.</summary>
internal static class PlatformTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<DistrictRecord>(district =>
        {
            district.ToTable("platform_districts");
            district.HasIndex(d => d.Code).IsUnique();
        });
        model.Entity<DistrictArchive>().ToTable("platform_district_archives");
        model.Entity<ProcessRecord>(process =>
        {
            process.ToTable("platform_processes");
            process.HasIndex(p => p.Once).IsUnique();
            process.HasIndex(p => p.At);
            process.HasIndex(p => p.About);
        });
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("platform_audit_entries");
            entry.HasIndex(e => e.ProcessId);
            entry.HasIndex(e => e.Subject);
        });
        model.Entity<AuditBlock>(block =>
        {
            block.ToTable("platform_audit_blocks");
            block.HasKey(b => b.Number);
            block.Property(b => b.Number).ValueGeneratedNever();
            block.HasIndex(b => b.ProcessId).IsUnique();
        });
        model.Entity<AuditHead>().ToTable("platform_audit_heads");
        model.Entity<ThreadLink>(link =>
        {
            link.ToTable("platform_thread_links");
            link.HasIndex(l => l.FromRef);
            link.HasIndex(l => l.ToRef);
        });
        model.Entity<StoredFile>(file =>
        {
            file.ToTable("platform_files");
            file.HasIndex(f => f.Owner);
            file.HasIndex(f => new { f.Hash, f.Size });
        });
        model.Entity<FileLimits>().ToTable("platform_file_limits");
        model.Entity<FileCheck>().ToTable("platform_file_checks");
        model.Entity<FileFault>(fault =>
        {
            fault.ToTable("platform_file_faults");
            fault.HasIndex(f => f.CheckId);
        });
        AboveTables.Add(model);
        ExchangeTables.Add(model);
        JobTables.Add(model);
        NoticeTables.Add(model);
        SearchTables.Add(model);
        ApiReplies.Add(model);
    }
}

using Microsoft.EntityFrameworkCore;

namespace Shuren.Platform.Exchange;

/// <summary>The tables of the exchange.</summary>
internal static class ExchangeTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<ImportRecord>(import =>
        {
            import.ToTable("platform_imports");
            import.HasIndex(row => row.ProcessId);
        });
        model.Entity<ImportUndo>(undo =>
        {
            undo.ToTable("platform_import_undos");
            undo.HasIndex(row => row.ImportId).IsUnique();
            undo.HasOne<ImportRecord>().WithMany().HasForeignKey(row => row.ImportId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<ImportBefore>(before =>
        {
            before.ToTable("platform_import_befores");
            before.HasIndex(row => row.ImportId);
        });
        model.Entity<ImportRun>(run =>
        {
            run.ToTable("platform_import_runs");
            run.HasIndex(row => row.FileId);
        });
        model.Entity<ImportSweep>().ToTable("platform_import_sweeps");
        model.Entity<RememberedHead>(head =>
        {
            head.ToTable("platform_remembered_heads");
            head.HasIndex(row => new { row.Roll, row.Head }).IsUnique();
        });
    }
}

using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Indicators;

/// <summary>The room's key to the database.</summary>
internal sealed class IndicatorsDb(ShurenDb house)
{
    private static readonly ConditionalWeakTable<IModel, Dictionary<(string Room, string Kind), string>> Tables = [];

    public DbSet<Reading> Readings => house.Set<Reading>();
    public DbSet<Total> Totals => house.Set<Total>();
    public DbSet<ReadingMark> Marks => house.Set<ReadingMark>();
    public DbSet<ReportedFigure> Figures => house.Set<ReportedFigure>();
    public DbSet<FigureConfirmation> Confirmations => house.Set<FigureConfirmation>();
    public DbSet<FigureRejection> Rejections => house.Set<FigureRejection>();

    public DbSet<Alert> Alerts => house.Set<Alert>();
    public DbSet<AlertSilence> AlertSilences => house.Set<AlertSilence>();
    public DbSet<SilenceLift> SilenceLifts => house.Set<SilenceLift>();

    /// <summary>Where the audit ends: what was written since a block stands after it.</summary>
    public IQueryable<AuditHead> AuditHead => house.Set<AuditHead>().AsNoTracking();

    /// <summary>The blocks of the audit.</summary>
    public IQueryable<AuditBlock> AuditBlocks => house.Set<AuditBlock>().AsNoTracking();

    /// <inheritdoc cref="ShurenDb.AuditEntries"/>
    public IQueryable<AuditEntry> AuditEntries => house.AuditEntries;

    /// <summary>The table of what an audit entry speaks of; null where there is none (any more).</summary>
    public string? TableOf(Ref subject) => Tables.GetValue(house.Model, TablesIn).GetValueOrDefault((subject.Room, subject.Kind));

    private static Dictionary<(string Room, string Kind), string> TablesIn(IModel model) => model.GetEntityTypes()
        .Where(type => type.GetTableName() is not null && !type.IsOwned()).GroupBy(type => (type.GetTableName()!.Split('_')[0], type.ClrType.Name.ToLowerInvariant())).ToDictionary(types => types.Key, types => types.First().GetTableName()!);

    /// <summary>The open connection in the district, to read windows by.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct)
    {
        await house.Database.OpenConnectionAsync(ct);
        return house.Database.GetDbConnection();
    }

    /// <inheritdoc cref="ShurenDb.DeriveAsync"/>
    public Task DeriveAsync(Func<DbTransaction, Task> write, CancellationToken ct) => house.DeriveAsync(write, ct);

    public Task SaveAsync(CancellationToken ct) => house.SaveAsync(ct);
}

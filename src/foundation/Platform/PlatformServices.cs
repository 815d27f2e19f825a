using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shuren.Platform.Data;
using Shuren.Platform.Data.Keeping;
using Shuren.Platform.Districts;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Exchange;
using Shuren.Platform.Files;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Outbox;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;
using Shuren.Platform.Secrets;
using Shuren.Platform.Thread;

namespace Shuren.Platform;

/// <summary>Registers what every room leans on.</summary>
public static class PlatformServices
{
    /// <summary>Adds the platform for one database and the given rooms.</summary>
    /// <param name="services">The container.</param>
    /// <param name="database">A folder (SQLite) or a PostgreSQL connection string.</param>
    /// <param name="filesFolder">Where files lie; the keys lie in the folder <c>keys</c> beside it.</param>
    /// <param name="modules">The rooms of the house.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, string database, string filesFolder, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton(TimeProvider.System);
        // Made by the container, so that the container closes its connections.
        services.AddSingleton(_ => Namespaces(database));
        services.AddSingleton(provider => WakeUpsFor(database, provider));
        services.AddSingleton(new FileStoreOptions(filesFolder));
        var keys = new KeyFolder(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(filesFolder))!, "keys"));
        services.AddSingleton(keys);
        services.AddDataProtection().SetApplicationName("Shuren").PersistKeysToFileSystem(keys.Folder);
        services.AddSingleton<DistrictDirectory>();
        services.AddSingleton<RefusalWords>();
        services.AddSingleton<EntryIds>();
        services.AddSingleton(provider => new WriteTurns(provider.GetRequiredService<INamespaces>().HasOneWriter));
        services.AddSingleton<RightsTable>();
        services.AddScoped<CurrentDistrict>();
        services.AddScoped<Actor>();
        services.AddScoped<Process>();
        services.AddScoped(provider => new ShurenDb(
            provider.GetRequiredService<INamespaces>().OptionsFor(provider.GetRequiredService<CurrentDistrict>().Code),
            modules, provider.GetRequiredService<Process>(),
            provider.GetRequiredService<WriteTurns>().Of(provider.GetRequiredService<CurrentDistrict>().Code), provider.GetRequiredService<EntryIds>()));
        services.AddFiles();
        services.AddScoped<FindThings>();
        services.AddScoped<RebuildSearch>();
        services.AddScoped<ThreadReader>();
        services.AddScoped<JobDesk>();
        services.AddSingleton<LiveJobs>();
        services.AddScoped<EventTeller>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(provider => provider.GetRequiredService<JobRunner>());
        services.AddJob<SweepJobs>(SweepJobs.Kind, () => PlatformText.JobSweep, kind => kind with { Recurs = Recurrence.Daily(3, 10) });
        services.AddNotices();
        services.AddScoped<Looks>();
        services.AddScoped<ThingNames>();
        services.AddScoped<VerifyAudit>();
        services.AddScoped<ArchiveDistrict>();
        services.AddScoped<ReopenDistrict>();
        services.AddScoped<GrantUpward>();
        services.AddScoped<RevokeUpward>();
        services.AddScoped<OpenBelow>();
        services.AddSingleton<UpperFigures>();
        services.AddJob<ReportUp>(ReportUp.Kind, () => PlatformText.JobReportUp, kind => kind with { Recurs = Recurrence.Daily(2, 40) });
        services.AddListener<FiguresReported, BringFigures>(BringFigures.Kind, () => PlatformText.JobBringFigures);
        services.AddScoped<ImportDesk>();
        services.AddScoped<UndoImport>();
        services.AddScoped<TakeBackup>();
        services.AddSingleton<RestoreBackup>();
        services.AddSingleton<MoveDistrict>();
        services.AddSingleton<DeleteDistrict>();
        services.AddSingleton<VerifyDeletion>();
        services.AddScoped<Unmasking>();
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddServices(services);
        }
        return services;
    }

    private static INamespaces Namespaces(string database) =>
        IsPostgreSql(database) ? new PostgreSqlNamespaces(database) : new SqliteNamespaces(Path.GetFullPath(database));

    private static IWakeUps WakeUpsFor(string database, IServiceProvider provider) =>
        IsPostgreSql(database) ? ActivatorUtilities.CreateInstance<PostgreSqlWakeUps>(provider, database) : new WakeUps();

    /// <summary>A connection string has a host; anything else is a folder.</summary>
    private static bool IsPostgreSql(string database) => database.Contains("Host=", StringComparison.OrdinalIgnoreCase);
}

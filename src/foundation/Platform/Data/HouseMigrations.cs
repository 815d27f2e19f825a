using System.Reflection;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shuren.Platform.Data;

/// <summary>
/// Gathers the migrations of all rooms in the order of their ids. They are written by hand, without column types,
/// so that one serves both databases; there is no snapshot over which two developers could collide.
/// </summary>
#pragma warning disable EF1001 // The interface is public for exactly this use; the analyser warns of its namespace.
internal sealed class HouseMigrations(ICurrentDbContext current) : IMigrationsAssembly
{
    private readonly Lazy<SortedDictionary<string, TypeInfo>> migrations = new(() => Gather(((ShurenDb)current.Context).Modules));

    public IReadOnlyDictionary<string, TypeInfo> Migrations => migrations.Value;

    public ModelSnapshot? ModelSnapshot => null;

    public Assembly Assembly => typeof(HouseMigrations).Assembly;

    public string? FindMigrationId(string nameOrId) => Migrations.Keys.FirstOrDefault(id => id == nameOrId || id.EndsWith("_" + nameOrId, StringComparison.Ordinal));

    public Migration CreateMigration(TypeInfo migrationClass, string activeProvider)
    {
        var migration = (Migration)Activator.CreateInstance(migrationClass.AsType())!;
        migration.ActiveProvider = activeProvider;
        return migration;
    }

    /// <summary>The ids of the migrations of all rooms, in order.</summary>
    public static IReadOnlyList<string> IdsOf(IEnumerable<IModule> modules) => [.. Gather(modules).Keys];

    private static SortedDictionary<string, TypeInfo> Gather(IEnumerable<IModule> modules)
    {
        var assemblies = modules.Select(module => module.GetType().Assembly).Prepend(typeof(HouseMigrations).Assembly).Distinct();
        var found = new SortedDictionary<string, TypeInfo>(StringComparer.Ordinal);
        foreach (var type in assemblies.SelectMany(assembly => assembly.DefinedTypes))
        {
            if (type.GetCustomAttribute<MigrationAttribute>() is { } named)
                found.Add(named.Id, type);
        }
        return found;
    }
}
#pragma warning restore EF1001

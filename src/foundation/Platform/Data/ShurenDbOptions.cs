using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Shuren.Platform.Data;

/// <summary>What the options of both databases have in common.</summary>
internal static class ShurenDbOptions
{
    /// <summary>The table in which a namespace keeps which migrations it has had; its presence makes a schema a district.</summary>
    public const string MigrationsTable = "shuren_migrations";

    public static DbContextOptions<ShurenDb> Create(Func<DbContextOptionsBuilder, DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<ShurenDb>();
        use(builder)
            .ReplaceService<IMigrationsAssembly, HouseMigrations>()
            // There is no model snapshot: a test proves that migrations and model agree on both databases.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
        return builder.Options;
    }
}

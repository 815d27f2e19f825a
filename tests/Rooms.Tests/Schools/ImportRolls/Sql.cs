using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>Plain SQL beside the house's own queries.</summary>
internal static class Sql
{
    public static async Task<long> ScalarAsync(IServiceProvider services, string sql)
    {
        var db = services.GetRequiredService<ShurenDb>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }
}

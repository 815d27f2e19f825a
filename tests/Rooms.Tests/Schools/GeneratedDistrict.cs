using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Schools.Generate;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools;

/// <summary>The small county with generated rolls: small enough for a test, large enough for every kind of school.</summary>
internal sealed class GeneratedDistrict : IAsyncDisposable
{
    private GeneratedDistrict(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public static DistrictOrder Order { get; } = new(1_500, 14, 7, 2025);

    /// <summary>A day of the generated school year.</summary>
    public static DateOnly Day { get; } = new(2026, 4, 1);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    public static async Task<GeneratedDistrict> NewAsync(TestDatabase database, DistrictOrder? order = null)
    {
        var house = await TestHouse.WithCountyAsync(database);
        var district = new GeneratedDistrict(house, house.County);
        await using var scope = house.Enter();
        var made = await scope.ServiceProvider.GetRequiredService<GenerateDistrict>().RunAsync(order ?? Order, null, CancellationToken.None);
        return made.Succeeded ? district : throw new InvalidOperationException(made.Refusals[0].Code);
    }

    /// <summary>Rows of a question that was written by hand, as text: the witness of what the code says.</summary>
    public async Task<List<string>> AskAsync(string sql)
    {
        await using var scope = House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(at => reader.IsDBNull(at) ? "" : Text(reader.GetValue(at)))));
        return rows;
    }

    /// <summary>The one number of such a question.</summary>
    public async Task<long> CountAsync(string sql) => long.Parse((await AskAsync(sql)).Single(), CultureInfo.InvariantCulture);

    /// <summary>An id as both databases can be asked for it.</summary>
    public static string Text(Guid id) => id.ToString().ToUpperInvariant();

    /// <summary>The condition that a column holds that id, on either database.</summary>
    public static string Is(string column, Guid id) => $"upper(cast({column} as text)) = '{Text(id)}'";

    /// <summary>Why an act was refused; empty where it was not.</summary>
    public static string Code<T>(Outcome<T> outcome) => outcome.Succeeded ? "" : outcome.Refusals[0].Code;

    public ValueTask DisposeAsync() => House.DisposeAsync();

    // The two databases give ids, days and flags in types of their own.
    private static string Text(object value) => value switch
    {
        Guid id => Text(id),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}

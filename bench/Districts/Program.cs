using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Shuren.Host.Web;
using Shuren.Platform.Districts;
using Shuren.Testing;

// 300 districts in one PostgreSQL: what a start costs, what a migration of all costs, how many connections and how much memory they take.
// Each figure stands beside its limit, and beside the same with one district where that says more.
const int people = 50;
const int pool = 20;
var count = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 300;
var location = PostgreSqlCluster.NewDatabase();
location = location[..location.IndexOf(";Maximum", StringComparison.Ordinal)] + $";Maximum Pool Size={pool}";
var data = Directory.CreateTempSubdirectory("shuren-bench-").FullName;
try
{
    await RunAsync();
}
finally
{
    Directory.Delete(data, recursive: true);
    NpgsqlConnection.ClearAllPools();
    await DropAsync();
}

async Task RunAsync()
{
    var made = Stopwatch.StartNew();
    await using (var site = Build())
    {
        await site.Services.GetRequiredService<DistrictDirectory>().AddAsync("d000", "d000", "bench", CancellationToken.None);
    }
    Say("add", "one district, all migrations", made.Elapsed.TotalSeconds, "s", null);
    await StartAsync("warm-up");
    var one = await StartAsync("one district");
    var copying = Stopwatch.StartNew();
    await ManyDistricts.CopyAsync(location, "d000", Enumerable.Range(1, count - 1).Select(Code));
    Say("copy", $"{count - 1} schemas", copying.Elapsed.TotalSeconds, "s", null);
    var many = await StartAsync($"{count} districts, nothing to migrate");
    Say("ratio", $"{count} districts against one", many / one, "times", 5);
    await ForgetMigrationAsync();
    Say("migrate", $"{count} districts, one migration each", await StartAsync($"{count} districts, one migration pending"), "s", 60);
    await ServeAsync();
}

// From nothing to the first answer; the site ends again.
async Task<double> StartAsync(string name)
{
    var watch = Stopwatch.StartNew();
    await using var site = await ServeSiteAsync();
    using var http = new HttpClient { BaseAddress = AddressOf(site) };
    using var answer = await http.GetAsync(new Uri("/d000/sign-in", UriKind.Relative));
    answer.EnsureSuccessStatusCode();
    var seconds = watch.Elapsed.TotalSeconds;
    Say("start", name, seconds, "s", 10);
    await site.StopAsync();
    return seconds;
}

async Task ServeAsync()
{
    await using var site = await ServeSiteAsync();
    using var http = new HttpClient { BaseAddress = AddressOf(site), Timeout = TimeSpan.FromMinutes(5) };
    using (var first = await http.GetAsync(new Uri("/d000/public", UriKind.Relative)))
        first.EnsureSuccessStatusCode();
    var before = Memory();
    var left = count * 3;
    var watch = Stopwatch.StartNew();
    var most = await ManyDistricts.MostConnectionsAsync(location, () => Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(async () =>
    {
        while (Interlocked.Decrement(ref left) is >= 0 and var visit)
        {
            using var answer = await http.GetAsync(new Uri($"/{Code(visit % count)}/{(visit % 2 == 0 ? "public" : "sign-in")}", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        }
    }))));
    Say("serve", $"{people} people at once, every district three times", count * 3 / watch.Elapsed.TotalSeconds, "pages/s", null);
    Say("pool", "most connections at one moment (pool and two that listen)", most, "connections", pool + 2);
    Say("memory", "managed, for each district that was touched", (Memory() - before) / 1024.0 / count, "KiB", 256);
    Say("memory", "of the process", Environment.WorkingSet / 1024.0 / 1024, "MiB", 1024);
    await site.StopAsync();
}

async Task<Microsoft.AspNetCore.Builder.WebApplication> ServeSiteAsync()
{
    var site = Build();
    await site.Services.GetRequiredService<DistrictDirectory>().MigrateAsync(CancellationToken.None);
    await site.StartAsync();
    return site;
}

Microsoft.AspNetCore.Builder.WebApplication Build() => Site.Build(new SiteOptions(location, data, "http://127.0.0.1:0"));

static Uri AddressOf(Microsoft.AspNetCore.Builder.WebApplication site) => new(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

// The same as an upgrade finds: a table that is not there and a row that does not say it was made.
async Task ForgetMigrationAsync()
{
    await using var source = NpgsqlDataSource.Create(location);
    foreach (var code in Enumerable.Range(0, count).Select(Code))
    {
        await using var command = source.CreateCommand($"drop table {code}.platform_district_archives; delete from {code}.shuren_migrations where \"MigrationId\" = '20261128_0700_Platform_Archives'");
        await command.ExecuteNonQueryAsync();
    }
}

async Task DropAsync()
{
    var parts = new NpgsqlConnectionStringBuilder(location);
    await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(location) { Database = "postgres" }.ConnectionString);
    await using var command = source.CreateCommand($"drop database {parts.Database} with (force)");
    command.CommandTimeout = 0;
    await command.ExecuteNonQueryAsync();
}

static string Code(int at) => $"d{at:D3}";

static long Memory() => GC.GetTotalMemory(forceFullCollection: true);

static void Say(string what, string of, double value, string unit, double? limit) => Console.WriteLine(FormattableString.Invariant(
    $"{what,-8}{of}: {value:F2} {unit}{(limit is { } most ? FormattableString.Invariant($" ({value / most:F2} of the limit of {most})") : "")}"));

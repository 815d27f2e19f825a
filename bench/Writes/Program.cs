using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Platform.Thread;
using Process = Shuren.Platform.Processes.Process;

// Acts in a second: each one a row, its act, its audit entry and its seal in one durable transaction, by 1 and by 16 writers at once.
// The limits beside it: bare inserts by one writer, each in its own durable transaction, and 16 to a transaction, which is the most that a commit for many
// saves (decision 0071) could bring nearer.
int[] crowds = [1, 16];
var acts = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 3_000;

var folder = Directory.CreateTempSubdirectory("shuren-bench-").FullName;
try
{
    var limit = Bare(Path.Combine(folder, "bare.db"), acts, 1);
    var grouped = Bare(Path.Combine(folder, "grouped.db"), acts, 16);
    Console.WriteLine(FormattableString.Invariant($"limit   SQLite, bare inserts, synchronous=full: {limit:F0}/s one to a transaction, {grouped:F0}/s sixteen to a transaction"));
    await MeasureAsync("SQLite", folder, limit);
    if (Environment.GetEnvironmentVariable("SHUREN_TEST_POSTGRESQL") is { Length: > 0 } server)
        await MeasureAsync("PostgreSQL", server + ";Database=" + (Environment.GetEnvironmentVariable("SHUREN_BENCH_DATABASE") ?? "postgres") + ";Maximum Pool Size=40", limit);
}
finally
{
    SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}

async Task MeasureAsync(string name, string database, double limit)
{
    await using var house = new ServiceCollection().AddLogging().AddPlatform(database, Path.Combine(folder, "files"), House.Modules).BuildServiceProvider();
    var districts = house.GetRequiredService<DistrictDirectory>();
    var code = "bench" + Random.Shared.Next(1_000_000);
    var district = (await districts.AddAsync(code, code, "bench", CancellationToken.None)).Value;
    await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => ActAsync(districts, district))));
    foreach (var writers in crowds)
    {
        var waits = new ConcurrentBag<double>();
        var left = acts;
        var whole = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                var one = Stopwatch.StartNew();
                await ActAsync(districts, district);
                waits.Add(one.Elapsed.TotalMilliseconds);
            }
        })));
        var rate = acts / whole.Elapsed.TotalSeconds;
        var sorted = waits.Order().ToList();
        Console.WriteLine(FormattableString.Invariant(
            $"acts    {name}, {writers} writers: {rate:F0}/s ({rate / limit:F2} of the limit), p50 {sorted[sorted.Count / 2]:F1} ms, p99 {sorted[sorted.Count * 99 / 100]:F1} ms"));
    }
    await using (var scope = districts.Enter(district, "bench"))
    {
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("bench.import");
        var rows = db.InsertSet(Enumerable.Range(0, 50_000).Select(_ => Row()));
        var import = Stopwatch.StartNew();
        await db.SaveAsync(CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"rows    {name}, one act of {rows.Count} rows with {rows.Count} audit entries: {rows.Count / import.Elapsed.TotalSeconds:F0} rows/s"));
        var verify = Stopwatch.StartNew();
        var verdict = await scope.ServiceProvider.GetRequiredService<VerifyAudit>().RunAsync([], CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"verify  {name}, {verdict.Entries} entries in {verdict.Blocks} blocks, whole: {verdict.Ok}: {verdict.Entries / verify.Elapsed.TotalSeconds:F0} entries/s"));
    }
    await house.GetRequiredService<INamespaces>().DropAsync(code, CancellationToken.None);
}

static async Task ActAsync(DistrictDirectory districts, DistrictCard district)
{
    await using var scope = districts.Enter(district, "bench");
    scope.ServiceProvider.GetRequiredService<Process>().Begin("bench.act");
    var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
    db.Add(Row());
    await db.SaveAsync(CancellationToken.None);
}

static ThreadLink Row() => new()
{
    FromRef = new Ref("planning", "worktask", Guid.CreateVersion7()).ToString(), FromTitle = "评选县级精品课例40节", Relation = ThreadRelation.Derives,
    ToRef = new Ref("planning", "worktask", Guid.CreateVersion7()).ToString(), ToTitle = "县级精品课例", At = TimeProvider.System.GetUtcNow().UtcDateTime,
};

static double Bare(string path, int rows, int together)
{
    using var connection = new SqliteConnection($"Data Source={path}");
    connection.Open();
    using var setup = connection.CreateCommand();
    setup.CommandText = "pragma journal_mode = wal; pragma synchronous = full; create table rows (id text primary key, title text)";
    setup.ExecuteNonQuery();
    using var insert = connection.CreateCommand();
    insert.CommandText = "insert into rows values (@id, '评选县级精品课例40节')";
    var id = insert.Parameters.Add("@id", SqliteType.Text);
    var watch = Stopwatch.StartNew();
    for (var row = 0; row < rows; row += together)
    {
        using var transaction = connection.BeginTransaction();
        insert.Transaction = transaction;
        for (var one = 0; one < together; one++)
        {
            id.Value = Guid.CreateVersion7();
            insert.ExecuteNonQuery();
        }
        transaction.Commit();
    }
    return rows / watch.Elapsed.TotalSeconds;
}

using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Bench.Search;
using Shuren.Host;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Search;

// A million things: what a search takes by words of two and four characters and by initials, for who sees all and for who sees one school in 400,
// beside going through all rows (LIKE) and beside the database's own index of three characters (FTS5 trigram, pg_trgm), which cannot find words of two.
var count = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 1_000_000;
const int queries = 40;
var people = PeopleModule.Invent(count).ToList();
var folder = Directory.CreateTempSubdirectory("shuren-bench-").FullName;
try
{
    await MeasureAsync("SQLite", folder);
    if (Environment.GetEnvironmentVariable("SHUREN_TEST_POSTGRESQL") is { Length: > 0 } server)
        await MeasureAsync("PostgreSQL", server + ";Database=" + (Environment.GetEnvironmentVariable("SHUREN_BENCH_DATABASE") ?? "postgres") + ";Command Timeout=1800");
}
finally
{
    SqliteConnection.ClearAllPools();
    Directory.Delete(folder, recursive: true);
}

async Task MeasureAsync(string name, string database)
{
    var room = new PeopleModule();
    await using var house = new ServiceCollection().AddLogging().AddPlatform(database, Path.Combine(folder, "files"), [.. House.Modules, room]).BuildServiceProvider();
    var districts = house.GetRequiredService<DistrictDirectory>();
    var code = "bench" + Random.Shared.Next(1_000_000);
    try
    {
        var district = (await districts.AddAsync(code, code, "bench", CancellationToken.None)).Value;
        await using var scope = districts.Enter(district, "bench");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        await FillAsync(name, db, room.Search[0]);
        foreach (var (what, texts) in Queries())
        {
            await TimeAsync($"{name,-10} {what}, sees all", texts, text => FindAsync(scope, text));
            room.Only = 7;
            await TimeAsync($"{name,-10} {what}, sees one school", texts, text => FindAsync(scope, text));
            room.Only = null;
            if (what.StartsWith("initials", StringComparison.Ordinal))
                continue;
            await TimeAsync($"{name,-10} {what}, LIKE over all rows", [.. texts.Take(10)], text => LikeAsync(db, "platform_search_entries", "folded", "number", text));
            if (what.StartsWith('4'))
                await TimeAsync($"{name,-10} {what}, the database's trigrams", texts, text => LikeAsync(db, "bench_trigrams", "folded", name == "SQLite" ? "rowid" : "number", text));
        }
    }
    finally
    {
        await house.GetRequiredService<INamespaces>().DropAsync(code, CancellationToken.None);
    }
}

async Task FillAsync(string name, ShurenDb db, SearchKind kind)
{
    var sqlite = name == "SQLite";
    await RunAsync(db, sqlite ? "create table bench_people (id text primary key, title text, text text, school integer)" : "create table bench_people (id uuid primary key, title text, text text, school integer)");
    await RunAsync(db, "create index bench_people_school on bench_people (school, id)");
    var watch = Stopwatch.StartNew();
    db.InsertSet(people);
    db.InsertSet(people.Select(person => SearchSink.EntryOf(person.Id, kind, new(person.Title, person.Text))));
    var sorted = people.SelectMany(person => SearchTokens.Of(kind, new(person.Title, person.Text)).Select(token => (Token: token, Number: SearchEntry.NumberOf(person.Id)))).ToArray();
    Array.Sort(sorted);
    var postings = db.InsertSet(sorted.Select(posting => new SearchPosting { Token = posting.Token, Number = posting.Number }));
    await db.SaveAsync(CancellationToken.None);
    Console.WriteLine(FormattableString.Invariant($"{name,-10} {people.Count} things, {postings.Count} postings, filled in {watch.Elapsed.TotalSeconds:F0} s"));
    watch.Restart();
    if (sqlite)
    {
        await RunAsync(db, "create virtual table bench_trigrams using fts5(folded, tokenize='trigram')");
        await RunAsync(db, "insert into bench_trigrams(rowid, folded) select number, folded from platform_search_entries");
        await RunAsync(db, "analyze");
    }
    else
    {
        await RunAsync(db, "create extension if not exists pg_trgm schema public");
        await RunAsync(db, "create table bench_trigrams as select number, folded from platform_search_entries");
        await RunAsync(db, "create index on bench_trigrams using gin (folded public.gin_trgm_ops)");
        await RunAsync(db, "analyze");
    }
    Console.WriteLine(FormattableString.Invariant($"{name,-10} the database's own trigrams: {watch.Elapsed.TotalSeconds:F0} s"));
}

IEnumerable<(string What, string[] Texts)> Queries()
{
    var chance = new Random(7);
    string[] Some(Func<string, string?> cut) => [.. Enumerable.Range(0, 10_000).Select(_ => cut(Folding.Of(people[chance.Next(people.Count)].Title))).OfType<string>().Distinct().Take(queries)];
    yield return ("2 characters", Some(title => title.Substring(chance.Next(title.Length - 1), 2)));
    yield return ("4 characters", Some(title => title.Substring(chance.Next(title.Length - 3), 4)));
    yield return ("initials, 4", Some(title => Initials.Readings(title)[0] is { Length: >= 4 } read ? read.Substring(chance.Next(read.Length - 3), 4) : null));
    yield return ("initials, 7", Some(title => Initials.Readings(title)[0] is { Length: >= 7 } read ? read[..7] : null));
}

static async Task<int> FindAsync(AsyncServiceScope scope, string text) =>
    (await scope.ServiceProvider.GetRequiredService<FindThings>().RunAsync(text, "bench.person", null, CancellationToken.None)).Value.Groups.Sum(group => group.Hits.Count);

#pragma warning disable EF1002 // Names are those above.
static Task<int> LikeAsync(ShurenDb db, string table, string column, string order, string text) =>
    db.Database.SqlQueryRaw<long>($"select {order} as \"Value\" from {table} where {column} like {{0}} order by {order} desc limit 21", $"%{text}%").ToListAsync().ContinueWith(found => found.GetAwaiter().GetResult().Count, TaskScheduler.Default);

static Task RunAsync(ShurenDb db, string sql) => db.Database.ExecuteSqlRawAsync(sql);
#pragma warning restore EF1002

static async Task TimeAsync(string what, string[] texts, Func<string, Task<int>> ask)
{
    await ask(texts[0]);
    var (waits, hits) = (new List<double>(), 0);
    foreach (var text in texts)
    {
        var watch = Stopwatch.StartNew();
        hits += await ask(text);
        waits.Add(watch.Elapsed.TotalMilliseconds);
    }
    waits.Sort();
    Console.WriteLine(FormattableString.Invariant($"{what,-52} p50 {waits[waits.Count / 2],8:F1} ms  p95 {waits[waits.Count * 95 / 100],8:F1} ms  {(double)hits / texts.Length,5:F1} hits of 21 at most"));
}

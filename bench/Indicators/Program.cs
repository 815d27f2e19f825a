using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host;
using Shuren.Indicators.KeepReadings;
using Shuren.Indicators.Model;
using Shuren.Kernel;
using Shuren.Organization.ManageUnits;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Schools.Generate;
using Shuren.Schools.Model;

// What it takes to count all indicators of a district of 150 schools and 150,000 pupils, and to follow one change in one school: limit 1/50 of the whole.
var pupils = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 150_000;
var schools = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 150;
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
    await using var house = new ServiceCollection().AddLogging().AddPlatform(database, Path.Combine(folder, "files"), House.Modules).BuildServiceProvider();
    var districts = house.GetRequiredService<DistrictDirectory>();
    var code = "bench" + Random.Shared.Next(1_000_000).ToString(CultureInfo.InvariantCulture);
    try
    {
        var district = (await districts.AddAsync(code, code, "bench", CancellationToken.None)).Value;
        await FillAsync(districts, district);
        if (name == "PostgreSQL")
            await InAsync(districts, district, async services => await services.GetRequiredService<ShurenDb>().Database.ExecuteSqlRawAsync("analyze"));
        var whole = new List<double>();
        for (var round = 0; round < 4; round++)
        {
            await InAsync(districts, district, async services => await services.GetRequiredService<ShurenDb>().Set<ReadingMark>().ExecuteDeleteAsync());
            whole.Add(await KeepAsync(districts, district));
        }
        var follow = new List<double>();
        for (var round = 0; round < 12; round++)
        {
            await ChangeAsync(districts, district, round);
            follow.Add(await KeepAsync(districts, district));
        }
        var idle = new List<double>();
        for (var round = 0; round < 12; round++)
            idle.Add(await KeepAsync(districts, district));
        // The first of each is warm-up: statements are planned and code is compiled.
        var (all, one, none) = (Median(whole.Skip(1)), Median(follow.Skip(2)), Median(idle.Skip(2)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-10}  {pupils} pupils, {schools} schools: all indicators {all:0} ms; after one change {one:0.0} ms = 1/{all / one:0} (limit 1/50); nothing changed {none:0.00} ms"));
    }
    finally
    {
        await house.GetRequiredService<INamespaces>().DropAsync(code, CancellationToken.None);
    }
}

async Task FillAsync(DistrictDirectory districts, DistrictCard district)
{
    var today = TimeProvider.System.Today();
    await InAsync(districts, district, async services => await services.GetRequiredService<FoundBureau>().RunAsync("比较县", CancellationToken.None));
    await InAsync(districts, district, async services =>
    {
        var made = await services.GetRequiredService<GenerateDistrict>().RunAsync(new(pupils, schools, 7, today.Month >= 9 ? today.Year : today.Year - 1), null, CancellationToken.None);
        if (!made.Succeeded)
            throw new InvalidOperationException(made.Refusals[0].Code);
    });
}

async Task<double> KeepAsync(DistrictDirectory districts, DistrictCard district)
{
    var took = 0.0;
    await InAsync(districts, district, async services =>
    {
        var watch = Stopwatch.StartNew();
        await services.GetRequiredService<KeepReadings>().RunAsync(CancellationToken.None);
        took = watch.Elapsed.TotalMilliseconds;
    });
    return took;
}

Task ChangeAsync(DistrictDirectory districts, DistrictCard district, int round) => InAsync(districts, district, async services =>
{
    var db = services.GetRequiredService<ShurenDb>();
    services.GetRequiredService<Shuren.Platform.Processes.Process>().Begin("bench.change");
    var row = await db.Set<Enrolment>().AsTracking().OrderBy(enrolment => enrolment.Id).Skip(round * 37).FirstAsync();
    row.IsBoarder = !row.IsBoarder;
    await db.SaveAsync(CancellationToken.None);
});

static async Task InAsync(DistrictDirectory districts, DistrictCard district, Func<IServiceProvider, Task> act)
{
    await using var scope = districts.Enter(district, "bench");
    await act(scope.ServiceProvider);
}

static double Median(IEnumerable<double> values)
{
    var ordered = values.Order().ToList();
    return ordered[ordered.Count / 2];
}

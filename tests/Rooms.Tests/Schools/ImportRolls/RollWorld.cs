using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Kernel.Identifiers;
using Shuren.Organization.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Schools.ExportRolls;
using Shuren.Schools.ImportRolls;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ImportRolls;

/// <summary>青禾县 with two schools and their classes, and the doors by which rolls go in and out.</summary>
internal sealed class RollWorld : IAsyncDisposable
{
    public const string SchoolsCsv = "学校标识码,学校名称,学校办学类型,城乡分类\n2141000001,青禾县实验小学,小学,主城区\n3141000002,青禾县第一初级中学,初级中学,镇中心区\n";
    public const string ClassesCsv = "学校名称,年级,班号\n青禾县实验小学,三年级,1\n青禾县实验小学,三年级,2\n青禾县实验小学,四年级,1\n青禾县第一初级中学,初一,1\n";

    private RollWorld(TestHouse house, SmallCounty county) => (House, County) = (house, county);

    public TestHouse House { get; }

    public SmallCounty County { get; }

    /// <summary>青禾县 without a roll.</summary>
    public static async Task<RollWorld> EmptyAsync(TestDatabase database)
    {
        var house = await TestHouse.WithCountyAsync(database);
        house.Clock.GoTo(2026, 10, 12);
        return new RollWorld(house, house.County);
    }

    public static async Task<RollWorld> NewAsync(TestDatabase database)
    {
        var world = await EmptyAsync(database);
        await world.ImportAsync("schools", SchoolsCsv);
        await world.ImportAsync("classes", ClassesCsv);
        return world;
    }

    /// <summary>An invented citizen's number with a right check digit, under the division that does not exist.</summary>
    public static string IdOf(int index, string born = "20170305")
    {
        var body = $"999999{born}{index % 1000:000}";
        return body + CitizenNumber.CheckDigitOf(body);
    }

    public async Task<ImportResult> ImportAsync(string roll, string csv, bool dry = false, string by = "") => (await TryAsync(roll, Encoding.UTF8.GetBytes(csv), "名册.csv", dry, by: by)).Value;

    public async Task<Outcome<ImportResult>> TryAsync(string roll, byte[] file, string name, bool dry = false, Func<ImportOrder, ImportOrder>? with = null, string by = "")
    {
        await using var scope = await EnterAsync(by);
        var order = new ImportOrder(roll, new MemoryStream(file), name, dry);
        return await scope.ServiceProvider.GetRequiredService<ImportRoll>().RunAsync(with?.Invoke(order) ?? order, CancellationToken.None);
    }

    public async Task<byte[]> ExportAsync(string roll, bool isWorkbook = false)
    {
        await using var scope = House.Enter();
        using var file = new MemoryStream();
        Assert.True((await scope.ServiceProvider.GetRequiredService<ExportRoll>().RunAsync(roll, isWorkbook, file, CancellationToken.None)).Succeeded);
        return file.ToArray();
    }

    public async Task<Outcome<long>> UndoAsync(Guid import)
    {
        await using var scope = House.Enter();
        return await scope.ServiceProvider.GetRequiredService<UndoImport>().RunAsync(import, "schools.undo-import", CancellationToken.None);
    }

    /// <summary>As the page of an account does it.</summary>
    public async Task<Outcome<long>> UndoAsync(Guid import, string by)
    {
        await using var scope = await EnterAsync(by);
        return await scope.ServiceProvider.GetRequiredService<UndoRoll>().RunAsync(import, CancellationToken.None);
    }

    /// <summary>The file with one column more, as a clerk gets it back.</summary>
    public async Task<byte[]> ErrorsAsync(byte[] file, string name, ImportResult result)
    {
        await using var scope = House.Enter();
        using var workbook = new MemoryStream();
        ErrorWorkbook.Write(workbook, new MemoryStream(file), name, (result.Sheet.Index, result.HeadRow, result.Problems), scope.ServiceProvider.GetRequiredService<ProblemWords>());
        return workbook.ToArray();
    }

    /// <summary>The imports that an account sees.</summary>
    public async Task<IReadOnlyList<RollHistory>> HistoryAsync(string by)
    {
        await using var scope = await EnterAsync(by);
        return await scope.ServiceProvider.GetRequiredService<ImportHistory>().RunAsync(CancellationToken.None);
    }

    /// <summary>Gives the other account the name of the one.</summary>
    public async Task NameAlikeAsync(string one, string other)
    {
        await using var scope = House.Enter();
        var (accounts, id, otherId) = (scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Account>(), County.AccountId(one), County.AccountId(other));
        var name = await accounts.Where(account => account.Id == id).Select(account => account.Name).SingleAsync();
        await accounts.Where(account => account.Id == otherId).ExecuteUpdateAsync(set => set.SetProperty(account => account.Name, name));
    }

    /// <summary>What a hand-written query says: the witness of the counts.</summary>
    public async Task<long> CountAsync(string sql)
    {
        await using var scope = House.Enter();
        return await Sql.ScalarAsync(scope.ServiceProvider, sql);
    }

    public static string Outcomes(ImportResult result) => $"{result.Read} +{result.Added} ~{result.Changed} ={result.Unchanged} !{result.Refused}";

    public static string Problems(ImportResult result) => string.Join(' ', result.Problems.Select(problem => $"{problem.Row}:{problem.Column}:{problem.Code}"));

    public ValueTask DisposeAsync() => House.DisposeAsync();

    private async Task<AsyncServiceScope> EnterAsync(string by) => by.Length == 0 ? House.Enter() : await House.EnterAsAsync(County.AccountId(by));
}

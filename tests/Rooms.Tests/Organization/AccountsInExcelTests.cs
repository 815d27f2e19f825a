using Microsoft.EntityFrameworkCore;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.AccountsInExcel;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>Accounts out to Excel and back: a look at the differences first, errors by row, passwords once.</summary>
public class AccountsInExcelTests
{
    private static readonly string[] Head = ["账号", "姓名", "角色", "单位", "联系电话", "邮箱", "开始日期", "结束日期"];

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task New_people_come_with_a_proposed_role_and_a_one_time_password(TestDatabase database)
    {
        await using var people = await People.InAsync(database);

        var reading = People.Good(await ReadAsync(people, ["new.one", "新一", "科员", "安全科", "13800000001", "", "", ""], ["staff-basic", "方怡怡", "督学", "督导室", "", "", "2026-05-01", ""]));
        var before = await people.Look(db => db.Accounts.CountAsync());
        var applied = People.Good(await people.As<ApplyAccountSheet, Outcome<ApplyAccountSheet.Applied>>("system", act => act.RunAsync(reading.Rows, people.Ct)));

        Assert.Empty(reading.Problems);
        Assert.Equal(15, before);
        Assert.Equal(("new.one", "安全科"), (Assert.Single(applied.Added).SignInName, applied.Added[0].Unit));
        Assert.Equal([Roles.Inspector, Roles.SectionStaff], await people.Look(db => db.Proposals.OrderBy(row => row.Role).Select(row => row.Role).ToListAsync()));
        Assert.Equal("方怡怡", await people.Look(db => db.Accounts.Where(row => row.SignInName == "staff-basic").Select(row => row.Name).SingleAsync()));
        Assert.Equal("EditedMeanwhile", People.Refused(await people.As<ApplyAccountSheet, Outcome<ApplyAccountSheet.Applied>>("system", act => act.RunAsync([], people.Ct))));
    }

    [Fact]
    public async Task What_cannot_be_is_said_by_row_and_nothing_is_written()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        var reading = People.Good(await ReadAsync(people,
            ["ok.one", "可以", "科员", "安全科", "", "", "", ""], ["has space", "空格", "科员", "安全科", "", "", "", ""], ["two", "二", "国王", "安全科", "", "", "", ""],
            ["three", "三", "科员", "没有的科", "", "", "", ""], ["four", "四", "科员", "安全科", "12", "", "", ""], ["five", "五", "", "", "", "", "", ""],
            ["ok.one", "可以", "科员", "安全科", "", "", "", ""]));

        Assert.All((string[])["第4行", "C5", "D6", "第7行", "第8行", "第9行"], place => Assert.Contains(reading.Problems, problem => problem.Cell == place));
        Assert.DoesNotContain(reading.Problems, problem => problem.Cell == "第3行");
    }

    [Fact]
    public async Task The_sheet_that_was_written_out_comes_back_without_a_difference()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await using var bytes = new MemoryStream(await people.As<WriteAccounts, byte[]>("system", write => write.RunAsync(people.Ct)));

        var reading = People.Good(await people.As<ReadAccountSheet, Outcome<AccountSheetReading>>("system", read => read.RunAsync(bytes, "accounts.xlsx", people.Ct)));

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Differences);
    }

    private static Task<Outcome<AccountSheetReading>> ReadAsync(People people, params string[][] rows)
    {
        var stream = new MemoryStream();
        WorkbookWriter.Write(stream, new("账号", "test", [new Sheet("账号", [.. Head.Select((head, place) => new SheetColumn($"c{place}", head))], rows) { Title = "账号" }]));
        return people.As<ReadAccountSheet, Outcome<AccountSheetReading>>("system", read => read.RunAsync(new MemoryStream(stream.ToArray()), "accounts.xlsx", people.Ct));
    }
}

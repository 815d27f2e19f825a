using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.EditStructure;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.LinkSchools;
using Shuren.Platform.Data;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.EditStructure;

/// <summary>The structure out to Excel and back: only differences are written, together or not at all.</summary>
public class StructureSheetTests
{
    private const string Small = "柳塘镇中心小学";
    private const string Big = "青禾县实验小学";
    private static readonly DateOnly September = new(2026, 9, 1);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_comes_back_untouched_changes_nothing(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        await LinkedAsync(people);

        var reading = People.Good(await ReadAsync(people, new(await WorkbookAsync(people)), new(2026, 4, 15)));

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Differences);
        Assert.Equal(0, reading.Changes.Count);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Units_groups_posts_and_links_change_together_in_one_act(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        await LinkedAsync(people);
        var workbook = new EditedWorkbook(await WorkbookAsync(people))
            .Set("单位", Small, "单位名称", "柳塘第一小学").Set("单位", "安全科", "职责", "校园安全；消防").Set("单位", "滨河实验学校", "撤销", "是")
            .Add("单位", "柳塘东校区", null, "校区", "柳塘第一小学")
            .Add("集团片区", "城西联盟", "联盟", "柳塘第一小学", "是").Add("集团片区", "城西联盟", "联盟", "柳塘东校区")
            .Add("职务", "安全科", "科长", "chief-safety", null, "任职", September.ToDateTime(TimeOnly.MinValue))
            .Set("联系学校", "班子成员", "结束", "是").Add("联系学校", "班子成员", "director", null, "柳塘第一小学");

        var reading = People.Good(await ReadAsync(people, workbook, September));
        Assert.True(reading.Problems.Count == 0, string.Join('\n', reading.Problems));
        Assert.Empty(await people.Look(db => db.SchoolGroups.Where(group => group.Kind == SchoolGroupKind.Alliance).ToListAsync()));
        var written = People.Good(await people.As<ApplyStructure, Outcome<int>>("office", act => act.RunAsync(reading.Changes, September, "秋季调整", people.Ct)));

        Assert.Equal(8, written);
        var units = await people.As<IUnitDirectory, IReadOnlyList<UnitCard>>("office", units => units.AsOfAsync(September, people.Ct));
        Assert.Equal(units.Single(unit => unit.Name == "柳塘第一小学").Id, units.Single(unit => unit.Name == "柳塘东校区").Parent);
        Assert.DoesNotContain(units, unit => unit.Name is Small or "滨河实验学校");
        Assert.Equal(["校园安全", "消防"], units.Single(unit => unit.Name == "安全科").Duties);
        var group = (await people.As<ISchoolGroups, IReadOnlyList<SchoolGroupCard>>("office", groups => groups.AsOfAsync(September, people.Ct))).Single(group => group.Name == "城西联盟");
        Assert.Equal((SchoolGroupKind.Alliance, people.County.UnitId(Small), 2), (group.Kind, group.Lead!.Value, group.Members.Count));
        var link = Assert.Single(await people.As<ISchoolLinks, IReadOnlyList<SchoolLinkCard>>("office", links => links.AsOfAsync(September, people.Ct)));
        Assert.Equal((people.County.AccountId("director"), people.County.UnitId(Small)), (link.Account, link.Unit));
        var act = await people.LastActAsync();
        Assert.Equal(("organization.edit-in-excel", "秋季调整"), (act.Kind, act.Why));
    }

    [Fact]
    public async Task Each_row_that_cannot_be_taken_says_where_and_why_and_nothing_is_written()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await LinkedAsync(people);
        var workbook = new EditedWorkbook(await WorkbookAsync(people))
            .Set("单位", "安全科", "编号", null).Set("单位", Big, "类别", "科室")
            .Add("职务", "安全科", "科长", "nobody", null, "任职", September.ToDateTime(TimeOnly.MinValue)).Add("联系学校", "班主任", "director", null, Big);
        var acts = await CountAsync(people);

        var reading = People.Good(await ReadAsync(people, workbook, September));

        Assert.Equal(["单位 C14", "单位 G8", "职务 C2", "联系学校 A3"], reading.Problems.Select(problem => problem.Cell).Order(StringComparer.Ordinal));
        Assert.Equal(acts, await CountAsync(people));
    }

    [Fact]
    public async Task What_the_rules_refuse_is_seen_before_it_is_written()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await LinkedAsync(people);
        var workbook = new EditedWorkbook(await WorkbookAsync(people))
            .Add("集团片区", "城西教育集团", "教育集团", Big, "是").Set("单位", Small, "上级单位", "没有的单位").Set("单位", "滨河实验学校", "单位名称", "实验小学教育集团");

        var reading = People.Good(await ReadAsync(people, workbook, September));

        // The school is in a group of that kind already; the unit above is not there; the name is taken.
        Assert.Equal(3, reading.Problems.Count);
        Assert.Contains(reading.Problems, problem => problem.Text.Contains("已在同类的“实验小学教育集团”里", StringComparison.Ordinal));
        var refused = await people.As<ApplyStructure, Outcome<int>>("office", act => act.RunAsync(reading.Changes, September, "秋季调整", people.Ct));
        Assert.Equal("StructureChanged", People.Refused(refused));
        Assert.Equal("UnitNotYours", People.Refused(await people.As<ApplyStructure, Outcome<int>>("principal", act => act.RunAsync(reading.Changes, September, "秋季调整", people.Ct))));
    }

    [Fact]
    public async Task The_page_shows_the_differences_and_writes_them()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await site.SignInAsync("office");
        var workbook = new EditedWorkbook(await office.FetchAsync("organization/structure.xlsx")).Set("单位", Small, "单位名称", "柳塘第一小学").Write().ToArray();
        await office.OpenAsync("organization/excel");

        await office.SubmitAsync(new() { ["Upload.On"] = "2026-04-15" }, file: ("File", "组织机构.xlsx", workbook));
        Assert.Contains("1行有改动", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync(new() { ["Apply.Why"] = "更名批复" });

        Assert.Contains("柳塘第一小学", office.Words, StringComparison.Ordinal);
    }

    /// <summary>A group with two schools, and a leader who looks after one.</summary>
    private static async Task LinkedAsync(People people)
    {
        var group = people.County.UnitId("实验小学教育集团");
        People.Good(await people.As<SetMembers, Outcome<Done>>("office", act => act.RunAsync(group, [people.County.UnitId(Big), people.County.UnitId(Small)], people.County.UnitId(Big), new(2026, 3, 1), "组建", people.Ct)));
        People.Good(await people.As<SetLink, Outcome<Guid>>("office", act => act.RunAsync(SchoolLinkKind.Leader, people.County.AccountId("deputy"), people.County.UnitId(Big), new(2026, 3, 1), people.Ct)));
    }

    private static async Task<byte[]> WorkbookAsync(People people) => StructureSheets.Write(await people.As<ReadState, StructureState>("office", read => read.RunAsync(new(2026, 4, 15), people.Ct)));

    private static Task<Outcome<StructureReading>> ReadAsync(People people, EditedWorkbook workbook, DateOnly on) =>
        people.As<ReadStructure, Outcome<StructureReading>>("office", read => read.RunAsync(workbook.Write(), "组织机构.xlsx", on, people.Ct));

    private static async Task<int> CountAsync(People people)
    {
        await using var scope = people.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.CountAsync(people.Ct);
    }
}

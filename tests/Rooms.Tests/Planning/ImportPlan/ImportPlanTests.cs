using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Thread;
using Shuren.PlanText;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning.ImportPlan;

public sealed class ImportPlanTests
{
    private static readonly ImportChoices Own = new(PlanKind.Own);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_document_becomes_a_plan_whose_rows_are_counted_by_hand(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);

        var plan = await world.ImportAsync(SamplePlans.Qinghe);

        Assert.Equal(8, plan.Tasks);
        Assert.Equal(8, await world.CountAsync("select count(*) as \"Value\" from planning_tasks where plan_id = {0}", plan.Plan));
        Assert.Equal(3, await world.CountAsync("select count(*) as \"Value\" from planning_sections where plan_id = {0} and parent_id is null", plan.Plan));
        Assert.Equal(plan.Targets, await world.CountAsync("select count(*) as \"Value\" from planning_targets where plan_id = {0}", plan.Plan));
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_targets where plan_id = {0} and value = 1080", plan.Plan));
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_targets where plan_id = {0} and value = 2 and upper_value = 3", plan.Plan));
        Assert.Equal(1, await world.CountAsync("select count(*) as \"Value\" from planning_sources where plan_id = {0} and edition = 1", plan.Plan));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Tasks_are_numbered_by_their_top_section_and_point_into_the_text(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);

        var plan = await world.ImportAsync(SamplePlans.Qinghe);

        var (source, tasks) = await world.ReadAsync(plan.Plan);
        Assert.Equal(["1.1", "1.2", "2.1", "2.2", "2.3", "3.1", "3.2", "3.3"], tasks.Select(task => task.Number));
        Assert.All(tasks, task => Assert.StartsWith(task.Text[..4], source.Text[task.SourceStart!.Value..task.SourceEnd!.Value], StringComparison.Ordinal));
        Assert.All(tasks, task => Assert.InRange(task.Title.Length, 4, Headline.Most));
        Assert.Equal(new DateOnly(2026, 6, 30), tasks[0].DueOn);
        Assert.Equal(new DateOnly(2026, 12, 31), tasks[1].DueOn);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_documents_own_word_for_lead_support_and_date_is_taken(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);

        var plan = await world.ImportAsync(SamplePlans.Qinghe);

        var (_, tasks) = await world.ReadAsync(plan.Plan);
        var layout = tasks.Single(task => task.Number == "2.2");
        Assert.Equal(world.County.UnitId("规划财务科"), layout.LeadUnitId);
        Assert.False(layout.LeadIsSet);
        Assert.Equal(new DateOnly(2026, 9, 30), layout.DueOn);
        Assert.Equal([world.County.UnitId("基础教育科")], await world.SupportsAsync(layout.Id));
        Assert.All(tasks.Where(task => task.LeadUnitId is not null), task => Assert.NotEmpty(task.LeadReason));
        Assert.Equal(world.County.UnitId("安全科"), tasks.Single(task => task.Number == "3.1").LeadUnitId);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Importing_twice_gives_two_plans(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);

        var (first, second) = (await world.ImportAsync(SamplePlans.Qinghe), await world.ImportAsync(SamplePlans.Qinghe));

        Assert.NotEqual(first.Plan, second.Plan);
        Assert.Equal(first with { Plan = second.Plan }, second);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_file_is_kept_and_the_thread_leads_back_to_the_clause(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);
        await using var scope = await world.OfficeAsync();
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(SamplePlans.Bullets));

        var plan = (await scope.ServiceProvider.GetRequiredService<Shuren.Planning.ImportPlan.ImportPlan>().RunAsync(PlanDocument.OfFile(file, "/tmp/计划.txt"), Own, CancellationToken.None)).Value;

        var (source, tasks) = await world.ReadAsync(plan.Plan);
        var ties = await scope.ServiceProvider.GetRequiredService<ThreadReader>().OfAsync(new Ref("planning", "task", tasks[0].Id), CancellationToken.None);
        Assert.Equal("计划.txt", source.FileName);
        Assert.NotNull(source.FileId);
        Assert.Equal(new Ref("planning", "plansource", source.Id).ToString(), Assert.Single(ties).FromRef);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Of_two_districts_only_the_chosen_part_is_taken(TestDatabase database)
    {
        await using var world = await ImportWorld.NewAsync(database);

        var whole = await world.ImportAsync(SamplePlans.TwoDistricts);
        var asked = await world.TryAsync(SamplePlans.TwoDistricts, Own with { MustChoosePart = true });
        var part = (await world.TryAsync(SamplePlans.TwoDistricts, Own with { Part = "柳塘区" })).Value;

        Assert.Equal("SeveralDistricts", asked.Refusals.Single().Code);
        Assert.Equal(["青禾县", "柳塘区"], (IEnumerable<string>)asked.Refusals[0].Args[^1]);
        Assert.True(part.Tasks < whole.Tasks);
        var (_, tasks) = await world.ReadAsync(part.Plan);
        Assert.Contains(tasks, task => task.Text.Contains("招聘教师96名", StringComparison.Ordinal));
        Assert.DoesNotContain(tasks, task => task.Text.Contains("幼儿园4所", StringComparison.Ordinal));
        Assert.Equal("PartUnknown", (await world.TryAsync(SamplePlans.TwoDistricts, Own with { Part = "石桥区" })).Refusals.Single().Code);
    }

    public static TheoryData<TestDatabase, byte[], string, string> BadInputs()
    {
        var data = new TheoryData<TestDatabase, byte[], string, string>();
        foreach (var database in Enum.GetValues<TestDatabase>())
        {
            data.Add(database, [], "空.txt", "SourceRefused");
            data.Add(database, Encoding.UTF8.GetBytes("PK\u0003\u0004 not a zip at all"), "坏.docx", "SourceRefused");
            data.Add(database, Encoding.UTF8.GetBytes("This is a plan of another country and it is written in English only, line by line."), "english.txt", "SourceRefused");
            data.Add(database, Encoding.UTF8.GetBytes("春眠不觉晓，处处闻啼鸟。夜来风雨声，花落知多少。"), "诗.txt", "NoTasksRead");
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(BadInputs))]
    public async Task A_bad_document_is_refused_in_words_and_leaves_nothing(TestDatabase database, byte[] bytes, string name, string code)
    {
        await using var world = await ImportWorld.NewAsync(database);
        var before = await world.CountAsync("select count(*) as \"Value\" from platform_audit_entries");
        await using var scope = await world.OfficeAsync();
        using var file = new MemoryStream(bytes);

        var refused = await scope.ServiceProvider.GetRequiredService<Shuren.Planning.ImportPlan.ImportPlan>().RunAsync(PlanDocument.OfFile(file, name), Own, CancellationToken.None);

        Assert.Equal(code, refused.Refusals.Single().Code);
        Assert.DoesNotContain(code, scope.ServiceProvider.GetRequiredService<Shuren.Platform.RefusalWords>().Of(refused.Refusals), StringComparison.Ordinal);
        Assert.Equal(before, await world.CountAsync("select count(*) as \"Value\" from platform_audit_entries"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite, "chief-basic")]
    [InlineData(TestDatabase.PostgreSql, "principal")]
    public async Task Who_may_not_edit_plans_may_not_import(TestDatabase database, string who)
    {
        await using var world = await ImportWorld.NewAsync(database);
        await using var scope = await world.AsAsync(who);

        var refused = await scope.ServiceProvider.GetRequiredService<Shuren.Planning.ImportPlan.ImportPlan>().RunAsync(PlanDocument.OfText(SamplePlans.Qinghe), Own, CancellationToken.None);

        Assert.Equal("NotYours", refused.Refusals.Single().Code);
    }

    /// <summary>The published documents lie beside the repository where there are any; an installation without them has nothing to check.</summary>
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_published_document_at_hand_becomes_a_plan_with_the_reading_s_own_counts(TestDatabase database)
    {
        foreach (var file in PublishedPlans.Files())
        {
            await using var world = await ImportWorld.NewAsync(database);
            var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var reading = PlanReader.Read(SourceText.FromPlainText(text));

            await using var content = File.OpenRead(file);
            await using var scope = await world.OfficeAsync();
            var plan = (await scope.ServiceProvider.GetRequiredService<Shuren.Planning.ImportPlan.ImportPlan>().RunAsync(PlanDocument.OfFile(content, file), Own, CancellationToken.None)).Value;

            Assert.True(plan.Tasks > 0, file);
            Assert.Equal((reading.Tasks.Count, reading.Targets.Count, reading.Sections.Count), (plan.Tasks, plan.Targets, plan.Sections));
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Shuren.Engines.Tests.PlanText.Sources;
using Shuren.PlanText;
using Shuren.PlanText.Json;

namespace Shuren.Engines.Tests.PlanText.Json;

public sealed class PlanJsonTests
{
    private static readonly JsonObject Schema = JsonNode.Parse(File.ReadAllText(Path.Combine(SharedFiles.Root, "docs", "contracts", "plan.schema.json")))!.AsObject();

    public static TheoryData<string, WorkPlanReading> Readings() => new()
    {
        { "empty", new() },
        { "full", Full() },
    };

    [Theory]
    [MemberData(nameof(Readings))]
    public void A_reading_is_written_as_the_schema_says(string name, WorkPlanReading reading) =>
        Assert.True(SchemaCheck.Faults(Schema, JsonNode.Parse(PlanJson.ToJson(reading))) is [], name);

    [Fact]
    public void Every_word_for_a_kind_and_a_state_is_in_the_schema()
    {
        foreach (var kind in Enum.GetValues<TargetKind>())
        {
            foreach (var status in Enum.GetValues<TargetStatus>())
            {
                var full = Full();
                var reading = full with { Targets = [full.Targets[0] with { Kind = kind, Status = status }] };
                Assert.Empty(SchemaCheck.Faults(Schema, JsonNode.Parse(PlanJson.ToJson(reading))));
            }
        }
    }

    [Fact]
    public void Chinese_and_comparators_stay_readable_and_dates_are_ISO()
    {
        var json = PlanJson.ToJson(Full());

        Assert.Contains("\"青禾县教育局2026年工作要点\"", json);
        Assert.Contains("\">=\"", json);
        Assert.Contains("\"2026-02-20\"", json);
        Assert.Contains("\"dueDate\": \"2026-12-31\"", json);
        Assert.Contains("\"page\": null", json);
    }

    [Fact]
    public void What_was_written_can_be_read_back()
    {
        var json = PlanJson.ToJson(Full());

        Assert.Equal(json, PlanJson.ToJson(PlanJson.FromJson(json)!));
    }

    [Theory]
    [InlineData("{}", "title")]
    [InlineData("""{"title":1}""", "title")]
    [InlineData("""{"more":1}""", "more")]
    [InlineData("""{"year":"2026"}""", "year")]
    [InlineData("""{"boilerplate":[{"line":0,"start":0,"end":1}]}""", "line")]
    [InlineData("""{"targets":[{"kind":"Reach"}]}""", "kind")]
    [InlineData("""{"published":"20.2.2026"}""", "published")]
    public void The_check_itself_finds_faults(string json, string where) =>
        Assert.Contains(SchemaCheck.Faults(Schema, JsonNode.Parse(json)), fault => fault.Contains(where, StringComparison.Ordinal));

    private static WorkPlanReading Full() => new()
    {
        Title = "青禾县教育局2026年工作要点",
        Bureau = "青禾县教育局",
        Year = 2026,
        EndYear = 2028,
        Published = new(2026, 2, 20),
        Districts = ["青禾县"],
        Framework = ["123工程"],
        Sections = [new("s1", null, 1, "一、", "扩大优质资源", "青禾县", true, new(3, 20, 30, 1)), new("s2", "s1", 2, "", "新建", null, false, new(4, 31, 40))],
        Tasks = [new("t1", "s1", "年底前新建学校3所。", "规划财务科", ["人事科"], "年底前", new(2026, 12, 31), new(5, 41, 51)), new("t2", null, "开展培训。", null, [], null, null, new(6, 52, 57))],
        Targets = [new("g1", "t1", "s1", "新建学校3所", "新建学校", TargetKind.Count, "3", "所", ">=", "年底前", TargetStatus.Target, new(5, 44, 50)), new("g2", null, null, "持续下降", "辍学率", TargetKind.Direction, null, "", null, null, TargetStatus.Baseline, new(7, 58, 62, 2))],
        Boilerplate = [new(1, 0, 9, 1)],
    };
}

using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.ComparePlans;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.PlanText;
using Shuren.Testing;
using Target = Shuren.Planning.Model.Target;

namespace Shuren.Rooms.Tests.Planning.ComparePlans;

public class CompareTargetsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Plans_stand_side_by_side_and_of_another_district_only_what_is_public(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        var county = house.County;
        var neighbour = new DistrictCard("linshui", "临水县");
        await house.Districts.AddAsync(neighbour.Code, neighbour.Name, "test", CancellationToken.None);
        var (published, draft) = (await PlanInAsync(house, neighbour, publish: true), await PlanInAsync(house, neighbour, publish: false));
        await using var scope = await house.EnterAsAsync(county.AccountId("director"));

        var view = await scope.ServiceProvider.GetRequiredService<CompareTargets>().RunAsync(2026, CancellationToken.None);

        Assert.Equal([county.Plan.Id, published], view.Plans.Select(plan => plan.Id));
        Assert.Equal("临水县", view.Plans[1].Label);
        var row = view.Rows.Single(found => found.Subject!.Name == "公办园在园幼儿占比");
        Assert.Equal(["≥58%"], row.Cells[county.Plan.Id].Select(cell => cell.Goal));
        Assert.Equal(["≥62%"], row.Cells[published].Select(cell => cell.Goal));
        Assert.DoesNotContain(view.Rows.SelectMany(found => found.Cells.SelectMany(cells => cells)).Concat(view.Others), cell => cell.Plan == draft || cell.Quote.Contains("内部", StringComparison.Ordinal));
        var all = view.Rows.SelectMany(found => found.Cells.SelectMany(cells => cells)).Concat(view.Others).Select(cell => cell.Id).ToList();
        Assert.Equal(4, all.Count);
        Assert.Equal(all.Distinct(), all);
    }

    [Theory]
    [InlineData("公办园在园幼儿占比达到58%以上", "%", "公办园在园幼儿占比")]
    [InlineData("普惠性幼儿园覆盖率达92%", "%", "普惠性幼儿园覆盖率")]
    [InlineData("新增公办学位1080个", "个", "新增学位")]
    [InlineData("教师交流轮岗比例不低于15%", "%", "交流轮岗比例")]
    [InlineData("交流轮岗教师120名", "名", "交流轮岗人数")]
    [InlineData("儿童青少年总体近视率下降1个百分点", "个百分点", "近视率")]
    [InlineData("召开会议3次", "次", null)]
    public void A_target_finds_its_subject_by_words_and_unit(string words, string unit, string? subject) => Assert.Equal(subject, Subject.Of(words, unit)?.Name);

    [Fact]
    public void No_subject_stands_in_the_list_twice_or_without_words()
    {
        Assert.Equal(Subject.All.Count, Subject.All.Select(subject => subject.Name).Distinct().Count());
        Assert.All(Subject.All, subject => Assert.All(subject.Ways, way => Assert.All(way, part => Assert.NotEmpty(part))));
        Assert.All(Subject.All, subject => Assert.All(subject.Units, Assert.NotEmpty));
    }

    private static async Task<Guid> PlanInAsync(TestHouse house, DistrictCard district, bool publish)
    {
        await using var scope = house.Districts.Enter(district, "test");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.plan");
        var plan = new WorkPlan { Kind = PlanKind.Own, Title = "临水县2026年教育工作要点", Bureau = "", Year = 2026, EndYear = 2026, ImportedAt = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) };
        db.Add(plan);
        foreach (var (isPublic, quote) in ((bool, string)[])[(true, "公办园在园幼儿占比达到62%"), (false, "内部公办园在园幼儿占比达到63%")])
        {
            var task = new WorkTask { PlanId = plan.Id, Position = 0, Number = "1", Title = quote, Text = quote, Origin = TaskOrigin.Document, IsPublic = isPublic };
            db.Add(task);
            db.Add(new Target { PlanId = plan.Id, TaskId = task.Id, Position = 0, Indicator = "公办园在园幼儿占比", Kind = TargetKind.Floor, Comparator = ">=", Value = 62, Unit = "%", Quote = quote, Status = TargetStatus.Target });
        }
        if (publish)
            db.Add(new PlanStep { PlanId = plan.Id, Kind = PlanStepKind.Publication, By = "x", At = new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveAsync(CancellationToken.None);
        return plan.Id;
    }
}

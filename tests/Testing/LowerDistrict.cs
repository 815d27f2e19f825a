using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Organization.Model;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Jobs;
using Shuren.Platform.Processes;
using TargetKind = Shuren.PlanText.TargetKind;
using TargetStatus = Shuren.PlanText.TargetStatus;

namespace Shuren.Testing;

/// <summary>下湾区: a district below another, with a published plan of four tasks (one done in time, one done late, one late, one to come) and two targets.</summary>
public sealed class LowerDistrict
{
    private LowerDistrict(DistrictCard card, Guid plan) => (Card, Plan) = (card, plan);

    /// <summary>The district.</summary>
    public DistrictCard Card { get; }

    /// <summary>Its published plan.</summary>
    public Guid Plan { get; }

    /// <summary>Adds it to the districts of a house.</summary>
    public static async Task<LowerDistrict> InAsync(DistrictDirectory districts, string code = "xiawan", string name = "下湾区")
    {
        var card = (await districts.AddAsync(code, name, "test", CancellationToken.None)).Value;
        await using var scope = districts.Enter(card, "test");
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.lower");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var bureau = new Unit { Name = name + "教育局", ShortName = name + "教育局", Kind = UnitKind.Bureau, Position = 0 };
        var plan = new WorkPlan { Kind = PlanKind.Own, Title = name + "2026年教育工作要点", Bureau = bureau.Name, Year = 2026, EndYear = 2026, ImportedAt = new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 2, 2, 0, 0, 0, DateTimeKind.Utc) };
        var section = new PlanSection { PlanId = plan.Id, Position = 0, Level = 1, Marker = "一、", Title = "扩优提质", IsPlan = true };
        WorkTask[] tasks = [.. new[] { ("1.1", "完成学位预警", 31), ("1.2", "建成两所幼儿园", 32), ("1.3", "修订招生办法", 33), ("1.4", "开展暑期家访", 200) }
            .Select((row, at) => new WorkTask { PlanId = plan.Id, SectionId = section.Id, Position = at, Number = row.Item1, Title = row.Item2, Text = row.Item2 + "。", Origin = TaskOrigin.Document, LeadUnitId = bureau.Id, DueOn = new DateOnly(2026, 1, 1).AddDays(row.Item3), AcceptedAt = plan.ReviewedAt, IsPublic = at == 0 })];
        tasks[0].Advance(100, new(2026, 1, 20));
        tasks[1].Advance(100, new(2026, 3, 1));
        Target[] targets = [.. new[] { ("新增学位", 300.0), ("幼儿园", 2.0) }.Select((row, at) => new Target { PlanId = plan.Id, TaskId = tasks[1].Id, Position = at, Indicator = row.Item1, Kind = TargetKind.Count, Value = row.Item2, Unit = "个", Comparator = "=", Quote = row.Item1, Status = TargetStatus.Target })];
        db.Add(bureau);
        db.Add(plan);
        db.Add(section);
        db.AddRange(tasks);
        db.AddRange(targets);
        db.Add(new TargetValue { TargetId = targets[1].Id, On = new(2026, 3, 1), Value = 2, ReportedBy = "test", At = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        db.Add(new PlanStep { PlanId = plan.Id, Kind = PlanStepKind.Publication, By = "test", At = new(2026, 2, 3, 0, 0, 0, DateTimeKind.Utc) });
        await db.SaveAsync(CancellationToken.None);
        return new(card, plan.Id);
    }

    /// <summary>Grants kinds to a bureau above from that day on, and brings the first report there.</summary>
    public async Task GrantAsync(DistrictDirectory districts, string upper, DateOnly since, params string[] kinds)
    {
        await using var scope = districts.Enter(Card, "test");
        var granted = await scope.ServiceProvider.GetRequiredService<GrantUpward>().RunAsync(new(upper, kinds, since, null, "市级调度"), CancellationToken.None);
        if (!granted.Succeeded)
            throw new InvalidOperationException(granted.Refusals[0].Code);
        // A site over the same database may have taken the jobs; then they are waited for.
        var jobs = scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Job>().Where(job => job.Kind == ReportUp.Kind || job.Kind == BringFigures.Kind);
        do
            await scope.ServiceProvider.GetRequiredService<JobRunner>().RunDueAsync(CancellationToken.None);
        while (await jobs.AnyAsync(job => job.State == JobState.Waiting || job.State == JobState.Running));
    }
}

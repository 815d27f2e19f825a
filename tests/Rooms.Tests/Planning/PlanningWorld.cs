using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Planning;

/// <summary>What these tests do to the small county's plan, straight in the tables; and plain SQL as a witness.</summary>
internal static class PlanningWorld
{
    /// <summary>Writes rows as the system.</summary>
    public static async Task WriteAsync(this TestHouse house, Action<ShurenDb> write)
    {
        await using var scope = house.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.write");
        write(db);
        await db.SaveAsync(CancellationToken.None);
    }

    /// <summary>Publishes the plan: sent round, approved and published, as the steps of its life stand.</summary>
    public static Task PublishAsync(this TestHouse house, Guid plan) => house.WriteAsync(db => db.AddRange(
        ((PlanStepKind[])[PlanStepKind.Circulation, PlanStepKind.Approval, PlanStepKind.Publication])
            .Select((kind, place) => new PlanStep { PlanId = plan, Kind = kind, By = "沈立群", At = new(2026, 2, 20, 1, place, 0, DateTimeKind.Utc) })));

    /// <summary>Adds a plan with so many tasks, a few supports, milestones and targets each.</summary>
    public static async Task<Guid> AddLargePlanAsync(this TestHouse house, SmallCounty county, int tasks)
    {
        var plan = new WorkPlan { Kind = PlanKind.Own, Title = "大计划", Bureau = "青禾县教育局", Year = 2026, EndYear = 2026, ImportedAt = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 1, 6, 0, 0, 0, DateTimeKind.Utc) };
        await house.WriteAsync(db =>
        {
            db.Add(plan);
            var sections = Enumerable.Range(0, 6).Select(i => new PlanSection { PlanId = plan.Id, Position = i, Level = 1, Marker = $"{i + 1}.", Title = $"第{i + 1}部分", IsPlan = true }).ToList();
            db.AddRange(sections);
            string[] units = ["办公室", "组织人事科", "基础教育科", "督导室", "规划财务科", "安全科"];
            for (var i = 0; i < tasks; i++)
            {
                var task = new WorkTask
                {
                    PlanId = plan.Id, SectionId = sections[i % 6].Id, Position = i, Number = $"{(i % 6) + 1}.{(i / 6) + 1}", Title = $"任务{i}", Text = $"任务{i}，" + new string('长', 60) + "。", Origin = TaskOrigin.Document,
                    LeadUnitId = i % 11 == 0 ? null : county.UnitId(units[i % 6]), DueOn = i % 7 == 0 ? null : new DateOnly(2026, 1, 1).AddDays(i * 13 % 365),
                };
                if (i % 5 > 0)
                    task.Advance(i % 5 * 25, new(2026, 3, 1));
                db.Add(task);
                db.Add(new TaskSupport { TaskId = task.Id, UnitId = county.UnitId(units[(i + 1) % 6]) });
                db.Add(new TaskSupport { TaskId = task.Id, UnitId = county.UnitId(units[(i + 3) % 6]) });
                db.Add(new Milestone { TaskId = task.Id, DueOn = new DateOnly(2026, 1, 15).AddDays(i * 7 % 340), Title = "节点" });
                db.Add(new Target { PlanId = plan.Id, TaskId = task.Id, Position = i, Indicator = $"指标{i}", Kind = PlanText.TargetKind.Reach, Value = i, Unit = "个", Comparator = ">=", Quote = $"达到{i}个", Status = PlanText.TargetStatus.Target });
            }
        });
        return plan.Id;
    }

    /// <summary>A number by plain SQL that both databases understand.</summary>
    public static async Task<long> CountAsync(this TestHouse house, string sql)
    {
        await using var scope = house.Enter();
        var database = scope.ServiceProvider.GetRequiredService<ShurenDb>().Database;
        await database.OpenConnectionAsync();
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = "select count(*) from " + sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    /// <summary>All rows of a kind.</summary>
    public static async Task<List<T>> AllAsync<T>(this TestHouse house) where T : class
    {
        await using var scope = house.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<T>().AsNoTracking().ToListAsync();
    }
}

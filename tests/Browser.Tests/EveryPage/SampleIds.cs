using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Indicators.Model;
using Shuren.Indicators.ReportFigures;
using Shuren.Indicators.SilenceAlerts;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.Model;
using Shuren.Planning;
using Shuren.Planning.BindTargets;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.Model;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.RevisePlan;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Processes;
using Shuren.Schools;
using Shuren.Schools.CheckRolls;
using Shuren.Schools.FollowDropOuts;
using Shuren.Schools.Generate;
using Shuren.Schools.HandOverPupils;
using Shuren.Schools.ImportRolls;
using Shuren.Schools.KeepCares;
using Shuren.Schools.Model;
using Shuren.Testing;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>What stands in an address where a route has a parameter: things of the small county, whose year is made to run.</summary>
internal sealed partial class SampleIds
{
    private readonly Dictionary<string, string> idOf = [];

    /// <summary>Publishes the county's plan, reports and presses a little, and leaves an import half-way.</summary>
    public static async Task<SampleIds> OfAsync(TestSite site)
    {
        var county = site.County;
        var ids = new SampleIds();
        var task = county.Tasks.Single(row => row.Number == "2.1").Id;
        await PublishAsync(site);
        var report = await ActAsync<ReportProgress, Guid>(site, act => act.RunAsync(new(task, 40, "资金已拨付两所在建园。") { Unit = county.UnitId("规划财务科") }, [], CancellationToken.None));
        var step = await ActAsync<TakeDispatchStep, Guid>(site, act => act.RunAsync(task, new(Rung.Reminder, "两所在建园的封顶日期已到，还没有报进展。"), CancellationToken.None));
        await ids.AddDraftAsync(site);
        await ids.AddMeetingAsync(site);
        await ids.AddRequestAndJobAsync(site);
        await ids.AddBelowAsync(site);
        await ids.AddRollsAsync(site);
        await ids.AddIndicatorsAsync(site);
        await AddZoneAsync(site);
        ids.Add("planning/plans", county.Plan.Id);
        ids.Add("public", county.Plan.Id);
        await ActAsync<BindTarget, Done>(site, act => act.RunAsync(county.Targets[0].Id, "K1_3", null, CancellationToken.None));
        ids.Add("planning/targets", county.Targets[0].Id);
        ids.AddApi(county, task, report, step);
        ids.Add("planning/tasks", task);
        ids.Add("planning/units", county.UnitId("基础教育科"));
        ids.Add("organization/units", county.UnitId("基础教育科"));
        ids.Add("organization/groups", county.UnitId("实验小学教育集团"));
        ids.Add("organization/accounts", county.AccountId("staff-basic"));
        ids.Add("todo/people", county.AccountId("chief-basic"));
        ids.idOf.Add("organization/rights", "planning.dispatch");
        ids.idOf.Add("answer", "404");
        ids.idOf.Add("/{List}", "tasks");
        return ids;
    }

    /// <summary>The address of a page, relative to the district. A parameter is known by what stands before it, or else by its own name.</summary>
    public string Fill(string route) => Parameter().Replace(route.TrimStart('/'), found =>
        idOf.TryGetValue(found.Groups["before"].Value is { Length: > 0 } before ? before : found.Value, out var id)
            ? $"{found.Groups["before"].Value}/{id}"
            : throw new InvalidOperationException($"{route}: name a sample for {found.Value} in SampleIds."));

    /// <summary>The same things behind the API's addresses.</summary>
    private void AddApi(SmallCounty county, Guid task, Guid report, Guid step)
    {
        Add("api/v1/plans", county.Plan.Id);
        Add("api/v1/tasks", task);
        Add("api/v1/reports", report);
        Add("api/v1/dispatch", step);
        Add("api/v1/targets", county.Targets[0].Id);
        Add("api/v1/units", county.UnitId("基础教育科"));
        Add("api/v1/accounts", county.AccountId("staff-basic"));
        idOf.Add("api/v1/jobs", idOf["organization/jobs"]);
        idOf.Add("api/v1/school-years", "2025");
    }

    /// <summary>Whether there is a sample for every parameter of a route.</summary>
    public bool Has(string route) => Parameter().Matches(route.TrimStart('/')).All(found => idOf.ContainsKey(found.Groups["before"].Value));

    private void Add(string before, Guid id) => idOf.Add(before, id.ToString("N"));

    private static async Task PublishAsync(TestSite site)
    {
        var plan = site.County.Plan.Id;
        var open = site.County.Tasks.Count(task => task.LeadUnitId is null || task.DueOn is null);
        await ActAsync<SendToCountersign, Done>(site, act => act.RunAsync(plan, open, CancellationToken.None));
        foreach (var lead in site.County.Tasks.Select(task => task.LeadUnitId).OfType<Guid>().Distinct())
            await ActAsync<CountersignPlan, Done>(site, act => act.RunAsync(plan, lead, CancellationToken.None));
        await ActAsync<ApprovePlan, Done>(site, act => act.RunAsync(plan, CancellationToken.None));
        await ActAsync<PublishPlan, Done>(site, act => act.RunAsync(plan, CancellationToken.None));
    }

    private async Task AddDraftAsync(TestSite site)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples", "qinghe", "plan-2026.txt"));
        var draft = (await ActAsync<ImportPlan, ImportedPlan>(site, act => act.RunAsync(PlanDocument.OfText(text), new(PlanKind.Own), CancellationToken.None))).Plan;
        await using var scope = site.House.Enter();
        await AddAmendedAsync(site, draft, text);
        var planning = scope.ServiceProvider.GetRequiredService<PlanningDb>();
        Add("planning/import", draft);
        Add("/tasks", (await planning.Tasks.OrderBy(row => row.Position).FirstAsync(row => row.PlanId == draft)).Id);
        Add("/sections", (await planning.Sections.OrderBy(row => row.Position).FirstAsync(row => row.PlanId == draft)).Id);
        Add("/targets", (await planning.Targets.OrderBy(row => row.Position).FirstAsync(row => row.PlanId == draft)).Id);
    }

    /// <summary>An amended edition of the draft's document that waits for a word.</summary>
    private async Task AddAmendedAsync(TestSite site, Guid draft, string text)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(text.Replace("40节", "45节", StringComparison.Ordinal));
        Add("/revise", await ActAsync<KeptFiles, Guid>(site, act => act.KeepAsync(new MemoryStream(bytes), "plan-2026.txt", RevisionLinks.Owner(draft), CancellationToken.None)));
    }

    /// <summary>A district below that grants everything to the county, and a grant of the county to a city above it.</summary>
    private async Task AddBelowAsync(TestSite site)
    {
        var lower = await LowerDistrict.InAsync(site.House.Districts);
        await lower.GrantAsync(site.House.Districts, TestHouse.Qinghe.Code, new(2026, 4, 1), "planning.tasks-by-state", "planning.target-readings", "planning.plan", "planning.tasks");
        await site.House.Districts.AddAsync("shanghe", "上河市", "test", CancellationToken.None);
        await using var scope = site.House.Enter();
        await scope.ServiceProvider.GetRequiredService<GrantUpward>().RunAsync(new("shanghe", ["planning.plan"], new(2026, 4, 1), null, "市级调度"), CancellationToken.None);
        Add("organization/above", (await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<UpwardGrant>().SingleAsync()).Id);
        site.Services.GetRequiredService<DistrictDirectory>().Forget();
        idOf.Add("below", lower.Card.Code);
        Add("/plans", lower.Plan);
    }

    /// <summary>Rolls for the units of the county that are schools.</summary>
    private async Task AddRollsAsync(TestSite site)
    {
        await ActAsync<GenerateDistrict, GenerateDistrict.Generated>(site, act => act.RunAsync(new(240, 6, 1, 2025), null, CancellationToken.None));
        await using var scope = site.House.Enter();
        var (schools, school) = (scope.ServiceProvider.GetRequiredService<SchoolsDb>(), site.County.UnitId("青禾县实验小学"));
        Add("schools", school);
        Add("schools/pupils", await schools.Enrolments.Where(row => row.SchoolId == school).OrderBy(row => row.PupilId).Select(row => row.PupilId).FirstAsync());
        var child = Guid.Parse(idOf["schools/pupils"]);
        Add("/guardians", await schools.Guardians.Where(row => row.PupilId == child).Select(row => row.Id).FirstAsync());
        idOf.Add("api/v1/pupils", idOf["schools/pupils"]);
        Add("api/v1/schools", school);
        await AddImportAsync(site);
        await AddCheckAsync(site);
        await AddDropOutAsync(site, await schools.Enrolments.Where(row => row.SchoolId == school && row.Grade < 15 && row.Status == EnrolmentStatus.Attending).OrderByDescending(row => row.PupilId).Select(row => row.PupilId).FirstAsync());
        await AddHandOverAsync(site, school, await schools.SchoolParts.Where(part => part.Stage == Stage.Junior).OrderBy(part => part.SchoolId).Select(part => part.SchoolId).FirstAsync());
        Add("schools/classes", await schools.Classes.Where(row => row.SchoolId == school).OrderBy(row => row.Id).Select(row => row.Id).FirstAsync());
        idOf.Add("api/v1/classes", idOf["schools/classes"]);
        Add("schools/rooms", await schools.Rooms.Where(row => row.SchoolId == school && row.Until == null).OrderBy(row => row.Code).Select(row => row.Id).FirstAsync());
        idOf.Add("api/v1/rooms", idOf["schools/rooms"]);
        Add("/cares", await ActAsync<AddCare, Guid>(site, act => act.RunAsync(child, new(CareKind.Preferential, "优抚对象子女（样例）", false), new(2025, 9, 1), CancellationToken.None)));
        Add("schools/teachers", await schools.TeacherPosts.Where(row => row.SchoolId == school).OrderBy(row => row.TeacherId).Select(row => row.TeacherId).FirstAsync());
        idOf.Add("api/v1/teachers", idOf["schools/teachers"]);
    }

    /// <summary>The inspector's zone: two schools that task 3.1 names, and one without tasks.</summary>
    private static async Task AddZoneAsync(TestSite site)
    {
        var (county, on) = (site.County, new DateOnly(2026, 1, 1));
        var zone = await ActAsync<AddGroup, Guid>(site, act => act.RunAsync("第一督学责任区", SchoolGroupKind.Zone, on, "划分责任区", CancellationToken.None));
        string[] schools = ["青禾县实验小学", "柳塘镇中心小学", "滨河实验学校"];
        await ActAsync<SetMembers, Done>(site, act => act.RunAsync(zone, [.. schools.Select(county.UnitId)], null, on, "划分责任区", CancellationToken.None));
        await ActAsync<SetLink, Guid>(site, act => act.RunAsync(SchoolLinkKind.Inspector, county.AccountId("inspector"), zone, on, CancellationToken.None));
        var task = county.Tasks.Single(row => row.Number == "3.1").Id;
        await ActAsync<TakeDispatchStep, Guid>(site, act => act.RunAsync(task, new(Rung.Reminder, "排查还没有报进展。"), CancellationToken.None));
    }

    /// <summary>A check of the rolls: the room that was imported has no area.</summary>
    private async Task AddCheckAsync(TestSite site)
    {
        const string Rule = "room-without-area";
        await using var scope = site.House.Enter();
        // The site's own check may be at work at the same moment: then that one finds it.
        var asked = await scope.ServiceProvider.GetRequiredService<CheckRolls>().RunAsync(null, CancellationToken.None);
        if (!asked.Succeeded && asked.Refusals[0].Code != "CheckGoesOn")
            throw new InvalidOperationException($"CheckRolls: {asked.Refusals[0].Code}");
        Add("schools/checks/findings", await scope.ServiceProvider.GetRequiredService<SchoolsDb>().Findings.Where(row => row.Rule == Rule).Select(row => row.Id).FirstAsync());
        idOf.Add("api/v1/roll-findings", idOf["schools/checks/findings"]);
        idOf.Add("schools/checks", Rule);
        idOf.Add("api/v1/roll-checks", Rule);
    }

    /// <summary>The school's leaving grade is being handed over: some children were sent, one has no word yet.</summary>
    private async Task AddHandOverAsync(TestSite site, Guid school, Guid junior)
    {
        var handOver = await ActAsync<OpenHandOver, Guid>(site, act => act.RunAsync(school, junior, null, CancellationToken.None));
        await using var scope = site.House.Enter();
        var children = await scope.ServiceProvider.GetRequiredService<SchoolsDb>().HandOverLines.Where(line => line.HandOverId == handOver).OrderBy(line => line.PupilId).Select(line => line.PupilId).ToListAsync();
        await ActAsync<SendChildren, int>(site, act => act.RunAsync(handOver, children[..^1], CancellationToken.None));
        Add("schools/hand-overs", handOver);
        Add("api/v1/hand-overs", handOver);
        Add("/receive", junior);
    }

    /// <summary>A child that was found absent, visited once and reported to the section.</summary>
    private async Task AddDropOutAsync(TestSite site, Guid pupil)
    {
        var entry = await ActAsync<RecordDropOut, Guid>(site, act => act.RunAsync(pupil, new(2026, 4, 7), new(DropOutReason.Weariness, "成绩跟不上，不愿上学。", "苏若谷", "云溪镇李主任"), CancellationToken.None));
        await ActAsync<RecordVisit, Guid>(site, act => act.RunAsync(entry, new(new(2026, 4, 9), "苏若谷、葛青", "奶奶", VisitResult.Undecided, "约好下周再谈。", new(2026, 4, 17)), CancellationToken.None));
        await ActAsync<EscalateDropOut, Done>(site, act => act.RunAsync(entry, "父母在外，请镇里一起上门。", CancellationToken.None));
        Add("schools/drop-outs", entry);
        Add("api/v1/drop-outs", entry);
    }

    /// <summary>An import of the section's chief, and a file of theirs that waits for a word, with a row that is refused.</summary>
    private async Task AddImportAsync(TestSite site)
    {
        const string Head = "学校名称,房间号,用房类型\n";
        await using var scope = await site.House.EnterAsAsync(site.County.AccountId("chief-basic"));
        var imported = await scope.ServiceProvider.GetRequiredService<ImportRoll>().RunAsync(new("rooms", Text(Head + "青禾县实验小学,样301,普通教室\n"), "用房名册.csv", IsDryRun: false), CancellationToken.None);
        var waiting = await scope.ServiceProvider.GetRequiredService<RollFile>().RunAsync(Text(Head + "青禾县实验小学,样302,音乐教室\n青禾县实验小学,样303,不知道\n"), "用房名册.csv", CancellationToken.None);
        var look = await scope.ServiceProvider.GetRequiredService<StartRoll>().RunAsync("rooms", waiting.Value, isDryRun: true, CancellationToken.None);
        Add("schools/rolls/undo", imported.Value.Import!.Value);
        Add("/run", look.Value);
        idOf.Add("schools/rolls", "rooms");

        static MemoryStream Text(string csv) => new(System.Text.Encoding.UTF8.GetBytes(csv));
    }

    /// <summary>A figure that counts and one that waits.</summary>
    private async Task AddIndicatorsAsync(TestSite site)
    {
        var counts = await ActAsync<ReportFigure, Guid>(site, act => act.RunAsync("servant_pay", "98600", new(2026, 3, 1), "县人社局2025年度统计年报第3表", CancellationToken.None));
        await ActAsync<JudgeFigure, Done>(site, act => act.RunAsync(counts, null, CancellationToken.None));
        Add("indicators/figures/confirm", await ActAsync<ReportFigure, Guid>(site, act => act.RunAsync("teacher_pay", "101200", new(2026, 3, 1), "局规划财务科2025年工资决算", CancellationToken.None)));
        Add("indicators/units", site.County.UnitId("青禾县实验小学"));
        idOf.Add("indicators", "R1_primary");
        idOf.Add("indicators/packs", "balanced");
        idOf.Add("indicators/figures", "rotating");
        await AddAlertsAsync(site);
    }

    /// <summary>Alerts of every kind, as rules would have left them; the first is silenced for a while.</summary>
    private async Task AddAlertsAsync(TestSite site)
    {
        var (county, day) = (site.County, new DateOnly(2026, 3, 26));
        await using (var scope = site.House.Enter())
        {
            var (db, book) = (scope.ServiceProvider.GetRequiredService<ShurenDb>(), scope.ServiceProvider.GetRequiredService<AlertBook>());
            (string Rule, string Subject, string Unit, Sight Sight, bool Fires)[] all =
            [
                ("school_missed", "R1_primary", "青禾县实验小学", new(Finding.Bad, 3.1, 4.2), true), ("school_missed", "R2_primary", "柳塘镇中心小学", new(Finding.Bad, 0.4, 1), true),
                ("binding_missed", "R1_primary_cv", "青禾县教育局", new(Finding.Bad, 0.62, 0.5), true), ("turned_worse", "R3_primary", "青禾县实验小学", new(Finding.Bad, 0.7, 0.85, 0.9, day.AddDays(-28)), true),
                ("not_reported", "rotating", "青禾县教育局", new(Finding.Bad, PastDay: new(2025, 10, 31)), true), ("jumped", "R4_primary", "柳塘镇中心小学", new(Finding.Bad, 9.2, 6.1, 4.7, day.AddDays(-1)), true),
                ("binding_missed", "R2_primary_cv", "青禾县教育局", new(Finding.Bad, 0.55, 0.5), false),
            ];
            var alerts = all.Select(one =>
            {
                var alert = new Alert { Rule = one.Rule, Subject = one.Subject, UnitId = county.UnitId(one.Unit), Since = day };
                alert.Take(one.Sight, day, new(book.Find(one.Rule)! with { For = one.Fires ? 0 : 90, Holidays = InHolidays.Loud }, new AlertCalendar(WorkingCalendar.WithoutHolidays, new Dictionary<int, SchoolYearCard>())));
                return alert;
            }).ToList();
            db.AddRange(alerts);
            await db.SaveAsync(CancellationToken.None);
            Add("indicators/alerts", alerts[0].Id);
            Add("api/v1/alerts", alerts[0].Id);
            Add("planning/alerts", alerts[0].Id);
        }
        Add("indicators/alerts/silences", await ActAsync<SilenceAlert, Guid>(site, act => act.RunAsync(Guid.Parse(idOf["indicators/alerts"]), SilenceScope.This, new(2026, 4, 30), "两名新教师的学历已报审，等人事科录入。", CancellationToken.None)));
    }

    private async Task AddMeetingAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        var meeting = new DispatchMeeting { PlanId = site.County.Plan.Id, Number = 1, On = new(2026, 4, 20), TimeAndPlace = "14:30，局三楼第一会议室", Chair = "贺敬文" };
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.meeting");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.Add(meeting);
        await db.SaveAsync(CancellationToken.None);
        Add("planning/meetings", meeting.Id);
    }

    /// <summary>The office asks a chief to sign something; a job waits for the evening.</summary>
    private async Task AddRequestAndJobAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        var (county, db) = (site.County, scope.ServiceProvider.GetRequiredService<ShurenDb>());
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.request");
        var request = new TodoRequest
        {
            Kind = TodoRequestKind.Countersign, About = $"planning/plan/{county.Plan.Id:D}", Title = "发布青禾县2026年教育工作要点", Href = "planning", Words = "请看牵头任务和期限。",
            ById = county.AccountId("office"), By = "周晓岚", At = site.Clock.Now.UtcDateTime, DueOn = new(2026, 4, 20),
        };
        db.Add(request);
        db.Add(new TodoReply { RequestId = request.Id, AccountId = county.AccountId("chief-basic"), Name = "邱雪梅" });
        Add("organization/jobs", scope.ServiceProvider.GetRequiredService<JobDesk>().Ask(SendNotice.Kind, Guid.Empty, notBefore: site.Clock.Now.UtcDateTime.AddHours(9)));
        await db.SaveAsync(CancellationToken.None);
        Add("todo/requests", request.Id);
    }

    private static async Task<T> ActAsync<THandler, T>(TestSite site, Func<THandler, Task<Outcome<T>>> act) where THandler : notnull
    {
        await using var scope = site.House.Enter();
        var outcome = await act(scope.ServiceProvider.GetRequiredService<THandler>());
        return outcome.Succeeded ? outcome.Value : throw new InvalidOperationException($"{typeof(THandler).Name}: {outcome.Refusals[0].Code}");
    }

    [GeneratedRegex(@"(?<before>[a-z0-9/-]*)/\{[^}]+\}")]
    private static partial Regex Parameter();
}

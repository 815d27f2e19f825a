using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Organization.Model;
using Shuren.Organization.SignIn;
using Shuren.Planning.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using PlanSection = Shuren.Planning.Model.PlanSection;
using TargetKind = Shuren.PlanText.TargetKind;
using TargetStatus = Shuren.PlanText.TargetStatus;

namespace Shuren.Testing;

/// <summary>
/// 青禾县, small: one bureau, its sections, two institutions, four schools, two kindergartens, a group, a person for every role,
/// and a plan of three sections with eight tasks. Tests ask it by name.
/// </summary>
public sealed class SmallCounty
{
    /// <summary>The password of everybody in the tests, which is nobody's outside them.</summary>
    public const string Password = "small county, long password";

    private readonly Dictionary<string, Unit> units = [];
    private readonly Dictionary<string, Account> accounts = [];

    private SmallCounty()
    {
    }

    internal WorkPlan Plan { get; private set; } = null!;

    internal List<WorkTask> Tasks { get; } = [];

    internal List<Target> Targets { get; } = [];

    internal List<Milestone> Milestones { get; } = [];

    /// <summary>The id of a unit by its name.</summary>
    public Guid UnitId(string name) => units[name].Id;

    /// <summary>The id of an account by its sign-in name (the role's name; chiefs are chief-1 …).</summary>
    public Guid AccountId(string signInName) => accounts[signInName].Id;

    /// <summary>Fills the test house. <see cref="TestHouse.WithCountyAsync"/> has it at once.</summary>
    public static async Task<SmallCounty> InAsync(TestHouse house)
    {
        await using var scope = house.Enter();
        var county = new SmallCounty();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.small-county");
        county.AddUnits();
        county.AddPeople(db);
        db.AddRange(county.units.Values);
        await db.SaveAsync(CancellationToken.None);
        county.AddPlan(db);
        await db.SaveAsync(CancellationToken.None);
        return county;
    }

    private void AddUnits()
    {
        var bureau = Unit("青禾县教育局", UnitKind.Bureau, null);
        foreach (var name in (string[])["办公室", "组织人事科", "基础教育科", "督导室", "规划财务科", "安全科", "招生办", "校外培训监管科", "体卫艺科"])
            Unit(name, UnitKind.Section, bureau);
        Unit("教研室", UnitKind.Institution, bureau);
        Unit("教师发展中心", UnitKind.Institution, bureau);
        foreach (var name in (string[])["青禾县实验小学", "柳塘镇中心小学", "滨河实验学校", "青禾县第一中学"])
            Unit(name, UnitKind.School, bureau);
        Unit("云溪镇中心幼儿园", UnitKind.Kindergarten, bureau);
        Unit("丰泽街道第三幼儿园", UnitKind.Kindergarten, bureau);
        Unit("实验小学教育集团", UnitKind.SchoolGroup, bureau);
    }

    private Unit Unit(string name, UnitKind kind, Unit? parent)
    {
        var unit = new Unit { Name = name, ShortName = name, Kind = kind, ParentId = parent?.Id, Position = units.Count };
        units.Add(name, unit);
        return unit;
    }

    private void AddPeople(ShurenDb db)
    {
        var hash = Passwords.Hash(Password);
        (string SignIn, string Name, string Role, string Unit)[] people =
        [
            ("director", "沈立群", Roles.Director, "青禾县教育局"), ("deputy", "贺敬文", Roles.Deputy, "青禾县教育局"), ("office", "周晓岚", Roles.Office, "青禾县教育局"),
            ("chief-basic", "邱雪梅", Roles.SectionChief, "基础教育科"), ("chief-finance", "陶文彬", Roles.SectionChief, "规划财务科"), ("chief-safety", "严松", Roles.SectionChief, "安全科"),
            ("staff-basic", "方怡", Roles.SectionStaff, "基础教育科"), ("principal", "苏若谷", Roles.Principal, "青禾县实验小学"), ("school-staff", "葛青", Roles.SchoolStaff, "青禾县实验小学"),
            ("inspector", "陆明远", Roles.Inspector, "青禾县教育局"), ("teacher", "温如玉", Roles.Teacher, "青禾县实验小学"), ("parent", "申屠平", Roles.Parent, "青禾县实验小学"),
            ("system", "管理一", Roles.SystemAdmin, "青禾县教育局"), ("security", "管理二", Roles.SecurityAdmin, "青禾县教育局"), ("audit", "管理三", Roles.AuditAdmin, "青禾县教育局"),
        ];
        // The tests sign in by password; what the demand does is tested where it is made.
        db.Add(new SignInPolicy { SecondFactorRoles = "" });
        foreach (var (signIn, name, role, unit) in people)
        {
            var account = new Account { SignInName = signIn, Name = name, PasswordHash = hash };
            accounts.Add(signIn, account);
            db.Add(account);
            db.Add(new RoleHolding { AccountId = account.Id, Role = role, UnitId = units[unit].Id, Since = new(2026, 1, 1) });
        }
    }

    private void AddPlan(ShurenDb db)
    {
        Plan = new WorkPlan { Kind = PlanKind.Own, Title = "青禾县2026年教育工作要点", Bureau = "青禾县教育局", Year = 2026, EndYear = 2026, ImportedAt = new(2026, 2, 12, 1, 0, 0, DateTimeKind.Utc), ReviewedAt = new(2026, 2, 13, 1, 0, 0, DateTimeKind.Utc) };
        db.Add(Plan);
        var first = Section(db, "一、", "坚持党建引领", 0);
        Task(db, first, "1.1", "健全中小学校党组织领导的校长负责制", "组织人事科", new(2026, 6, 30), "办公室", "督导室");
        Task(db, first, "1.2", "评选县级精品课例40节", "基础教育科", new(2026, 11, 30), "教研室");
        var second = Section(db, "二、", "扩优提质", 1);
        var expand = Task(db, second, "2.1", "扩大普惠性学前教育资源", "基础教育科", new(2026, 12, 31), "规划财务科", "招生办");
        var late = Task(db, second, "2.2", "制定中小学幼儿园布局规划", "规划财务科", new(2026, 4, 13), "基础教育科");
        Task(db, second, "2.3", "改善寄宿制学校办学条件", null, new(2026, 11, 30));
        var third = Section(db, "三、", "守牢安全底线", 2);
        Task(db, third, "3.1", "开展校园消防安全排查", "安全科", new(2026, 4, 17), "青禾县实验小学", "滨河实验学校");
        var done = Task(db, third, "3.2", "签订安全责任书", "安全科", new(2026, 3, 31));
        done.Advance(100, new(2026, 3, 30));
        Task(db, third, "3.3", "落实校园防欺凌机制", "安全科", null, "基础教育科");
        Target(db, expand, "公办园在园幼儿占比", TargetKind.Floor, 58, "%", ">=", "公办园在园幼儿占比达到58%以上");
        Target(db, expand, "新增公办学位", TargetKind.Increase, 1080, "个", "increase", "新增公办学位1080个");
        Target(db, Tasks[1], "县级精品课例", TargetKind.Count, 40, "节", "=", "县级精品课例40节");
        Milestone(db, expand, new(2026, 4, 17), "两所在建园主体封顶");
        Milestone(db, expand, new(2026, 8, 20), "配套园移交并完成招生");
        Milestone(db, late, new(2026, 3, 20), "形成初稿");
    }

    private PlanSection Section(ShurenDb db, string marker, string title, int position)
    {
        var section = new PlanSection { PlanId = Plan.Id, Position = position, Level = 1, Marker = marker, Title = title, IsPlan = true };
        db.Add(section);
        return section;
    }

    private WorkTask Task(ShurenDb db, PlanSection section, string number, string title, string? lead, DateOnly? due, params string[] supports)
    {
        var task = new WorkTask
        {
            PlanId = Plan.Id, SectionId = section.Id, Position = Tasks.Count, Number = number, Title = title, Text = title + "。", Origin = TaskOrigin.Document,
            LeadUnitId = lead is null ? null : units[lead].Id, LeadIsSet = lead is not null, DueOn = due, DueIsSet = due is not null, AcceptedAt = Plan.ReviewedAt,
        };
        Tasks.Add(task);
        db.Add(task);
        db.AddRange(supports.Select(unit => new TaskSupport { TaskId = task.Id, UnitId = units[unit].Id }));
        return task;
    }

    private void Target(ShurenDb db, WorkTask task, string indicator, TargetKind kind, double value, string unit, string comparator, string quote)
    {
        var target = new Target
        {
            PlanId = Plan.Id, TaskId = task.Id, Position = Targets.Count, Indicator = indicator, Kind = kind, Value = value, Unit = unit, Comparator = comparator,
            Quote = quote, Status = TargetStatus.Target,
        };
        Targets.Add(target);
        db.Add(target);
    }

    private void Milestone(ShurenDb db, WorkTask task, DateOnly due, string title)
    {
        var milestone = new Milestone { TaskId = task.Id, DueOn = due, Title = title };
        Milestones.Add(milestone);
        db.Add(milestone);
    }
}

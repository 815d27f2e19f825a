using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.ManageRights;
using Shuren.Organization.ManageUnits;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;

namespace Shuren.Host.Sample;

/// <summary>青禾县, an invented district with its running year: what a newcomer sees first. Everything in it is made up.</summary>
internal static class SampleDistrict
{
    /// <summary>A sample account with the password that is printed once.</summary>
    public sealed record Person(string Role, string SignInName, string Name, string OneTimePassword);

    private const string Name = "青禾县";

    private static readonly (string SignIn, string Name, string Role, string Unit)[] People =
    [
        ("office", "周晓岚", Roles.Office, "青禾县教育局"),
        ("director", "沈立群", Roles.Director, "青禾县教育局"),
        ("chief", "邱雪梅", Roles.SectionChief, "基础教育科"),
        ("finance", "陶文彬", Roles.SectionChief, "规划财务科"),
        ("principal", "苏若谷", Roles.Principal, "青禾县实验小学"),
        ("inspector", "陆明远", Roles.Inspector, "青禾县教育局"),
        ("admin", "管理员", Roles.SystemAdmin, "青禾县教育局"),
        ("security", "安全员", Roles.SecurityAdmin, "青禾县教育局"),
        ("auditor", "审计员", Roles.AuditAdmin, "青禾县教育局"),
    ];

    private static readonly (string Name, UnitKind Kind)[] Schools =
    [
        ("青禾县实验小学", UnitKind.School), ("柳塘镇中心小学", UnitKind.School), ("滨河实验学校", UnitKind.School), ("石桥九年一贯制学校", UnitKind.School),
        ("青禾县第一中学", UnitKind.School), ("云溪镇中心幼儿园", UnitKind.Kindergarten), ("丰泽街道第三幼儿园", UnitKind.Kindergarten), ("白鹭湾幼儿园", UnitKind.Kindergarten),
    ];

    private static readonly string[] Inspected = ["青禾县实验小学", "柳塘镇中心小学", "滨河实验学校", "云溪镇中心幼儿园"];

    /// <summary>Adds the district with its people and its running year.</summary>
    /// <returns>The accounts with their one-time passwords, which are kept nowhere.</returns>
    public static async Task<IReadOnlyList<Person>> LoadAsync(IServiceProvider services, string code, CancellationToken ct)
    {
        var districts = services.GetRequiredService<DistrictDirectory>();
        var added = await districts.AddAsync(code, Name, "sample", ct);
        if (!added.Succeeded)
            throw new InvalidOperationException(added.Refusals[0].Code);
        Guid bureau;
        await using (var scope = districts.Enter(added.Value, "sample"))
            bureau = await scope.ServiceProvider.GetRequiredService<FoundBureau>().RunAsync(Name, ct);
        // A sample is looked at in ten minutes: here nobody has to set up a second factor first.
        await using (var scope = districts.Enter(added.Value, "sample"))
            await scope.ServiceProvider.GetRequiredService<SetSignInPolicy>().RunAsync([], "sample", ct);
        foreach (var (name, kind) in Schools)
        {
            await using var scope = districts.Enter(added.Value, "sample");
            await scope.ServiceProvider.GetRequiredService<AddUnit>().RunAsync(new(name, "", kind, bureau, []), ct);
        }
        var people = new List<Person>();
        foreach (var (signIn, name, role, unit) in People)
        {
            await using var scope = districts.Enter(added.Value, "sample");
            var account = await scope.ServiceProvider.GetRequiredService<AddAccount>().RunAsync(signIn, name, role, unit, ct);
            people.Add(new(role, signIn, name, account.Value.OneTimePassword));
        }
        await using (var scope = districts.Enter(added.Value, "sample"))
            await AddZoneAsync(scope.ServiceProvider, ct);
        await using var acts = new SampleActs(services, added.Value);
        await new SampleYear(acts).RunAsync(ct);
        return people;
    }

    /// <summary>The zone of the sample's inspector, who finds its schools at home.</summary>
    private static async Task AddZoneAsync(IServiceProvider services, CancellationToken ct)
    {
        var (today, units) = (services.GetRequiredService<TimeProvider>().Today(), await services.GetRequiredService<IUnitDirectory>().AllAsync(ct));
        var inspector = (await services.GetRequiredService<IAccountDirectory>().HoldersAsync([.. units.Where(unit => unit.Kind == UnitKind.Bureau).Select(unit => unit.Id)], [Roles.Inspector], ct))[0];
        var zone = await services.GetRequiredService<AddGroup>().RunAsync("第一督学责任区", SchoolGroupKind.Zone, today, "划分督学责任区", ct);
        await services.GetRequiredService<SetMembers>().RunAsync(zone.Value, [.. units.Where(unit => Inspected.Contains(unit.Name)).Select(unit => unit.Id)], null, today, "划分督学责任区", ct);
        await services.GetRequiredService<SetLink>().RunAsync(SchoolLinkKind.Inspector, inspector.Id, zone.Value, today, ct);
    }

    /// <summary>Prints who may sign in, once.</summary>
    public static void Print(IReadOnlyList<Person> people, TextWriter output)
    {
        output.WriteLine("示例区县青禾县已建立。以下一次性密码只显示这一次，登录后请自己设置密码。");
        output.WriteLine("The sample district is there. These one-time passwords are shown only now:");
        foreach (var person in people)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {person.SignInName,-10} {person.OneTimePassword}   {person.Role,-14} {person.Name}"));
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Organization;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.ManageRights;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

/// <summary>Rights are data of the district, inside bounds that no district lifts; what is sensitive is masked.</summary>
public class AccountRightsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task What_the_security_administrator_sets_counts_at_once_and_stands_in_the_audit(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        Task<bool> CanAsync() => people.As<Actor, bool>("deputy", actor => Task.FromResult(actor.Can(OrganizationRights.ManageUnits)));

        var before = await CanAsync();
        People.Good(await SetAsync(people, OrganizationRights.ManageUnits, Roles.Office, Roles.Deputy));
        var act = await people.LastActAsync();

        Assert.False(before);
        Assert.True(await CanAsync());
        Assert.Contains("机构改革", act.Why, StringComparison.Ordinal);
        Assert.False(await people.As<Actor, bool>("system", actor => Task.FromResult(actor.Can(OrganizationRights.ManageUnits))));
    }

    [Theory]
    [InlineData(OrganizationRights.ManageAccounts, "RightFixed", Roles.SystemAdmin, Roles.Office)]
    [InlineData(OrganizationRights.ReadAudit, "RightFixed", Roles.Director)]
    [InlineData(OrganizationRights.ManageUnits, "RightSeparated", Roles.Office, Roles.AuditAdmin)]
    [InlineData(OrganizationRights.ManageUnits, "RightNeedsRole")]
    [InlineData(OrganizationRights.ManageUnits, "RoleUnknown", "king")]
    [InlineData("planning.dance", "RightUnknown", Roles.Office)]
    public async Task What_would_lift_a_bound_is_refused(string right, string refusal, params string[] roles)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal(refusal, People.Refused(await SetAsync(people, right, roles)));
        Assert.Equal("NotYours", People.Refused(await people.As<SetRight, Outcome<Done>>("system", act => act.RunAsync(OrganizationRights.ManageUnits, [Roles.Office], "试试", people.Ct))));
    }

    [Fact]
    public async Task A_row_that_breaks_a_bound_has_no_effect_however_it_came()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await using (var scope = people.House.Enter())
        {
            scope.ServiceProvider.GetRequiredService<Process>().Begin("test.by-hand");
            var db = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
            db.RoleRights.Add(new() { Right = OrganizationRights.ReadAudit, Role = Roles.SystemAdmin, IsGranted = true });
            db.RoleRights.Add(new() { Right = OrganizationRights.ManageAccounts, Role = Roles.SystemAdmin, IsGranted = false });
            db.RoleRights.Add(new() { Right = OrganizationRights.ManageUnits, Role = Roles.AuditAdmin, IsGranted = true });
            await db.SaveAsync(people.Ct);
        }

        Assert.False(await people.As<Actor, bool>("system", actor => Task.FromResult(actor.Can(OrganizationRights.ReadAudit))));
        Assert.True(await people.As<Actor, bool>("system", actor => Task.FromResult(actor.Can(OrganizationRights.ManageAccounts))));
        Assert.False(await people.As<Actor, bool>("audit", actor => Task.FromResult(actor.Can(OrganizationRights.ManageUnits))));
    }

    [Fact]
    public async Task Every_right_has_words_in_both_languages()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        await using var scope = people.House.Enter();
        var (words, table) = (scope.ServiceProvider.GetRequiredService<RightWords>(), scope.ServiceProvider.GetRequiredService<RightsTable>());

        foreach (var language in (string[])["zh-CN", "en"])
        {
            CultureInfo.CurrentUICulture = new(language);
            Assert.Empty(table.Defaults.Select(grant => grant.Right).Where(right => words.Of(right) == right).Select(right => $"{RightWords.KeyOf(right)} is missing in the room's texts"));
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_contact_is_masked_until_somebody_with_the_right_says_what_for(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        var staff = people.County.AccountId("staff-basic");
        People.Good(await people.As<SetContact, Outcome<Done>>("system", act => act.RunAsync(staff, "方怡", "13812345678", "fangyi@example.com", people.Ct)));

        var masked = await people.As<ViewAccountFile, ViewAccountFile.Known?>("office", look => look.RunAsync(staff, people.Ct));
        var without = await people.As<SeeContacts, Outcome<Dictionary<string, string>>>("office", look => look.RunAsync(staff, " ", people.Ct));
        var director = await people.As<SeeContacts, Outcome<Dictionary<string, string>>>("director", look => look.RunAsync(staff, "看一看号码", people.Ct));
        var seen = People.Good(await people.As<SeeContacts, Outcome<Dictionary<string, string>>>("office", look => look.RunAsync(staff, "通知防汛值班", people.Ct)));
        var act = await people.LastActAsync();

        Assert.Equal(("138••••5678", "f••••@example.com"), (masked!.Phone, masked.Email));
        Assert.Equal(("PurposeMissing", "NotYours"), (People.Refused(without), People.Refused(director)));
        Assert.Equal("13812345678", seen["phone"]);
        Assert.Equal(("organization.unmask", "周晓岚", "通知防汛值班"), (act.Kind, act.ActorName, act.Why));
        Assert.False(await people.Look(async db => await AuditHoldsAsync(people, "13812345678")));
    }

    [Fact]
    public async Task A_masked_contact_that_comes_back_changes_nothing()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var staff = people.County.AccountId("staff-basic");
        foreach (var phone in (string[])["13812345678", "138••••5678"])
            People.Good(await people.As<SetContact, Outcome<Done>>("system", act => act.RunAsync(staff, "方怡", phone, "", people.Ct)));

        Assert.Equal("13812345678", await people.Look(db => db.Accounts.Where(account => account.Id == staff).Select(account => account.Phone).SingleAsync()));
    }

    private static async Task<bool> AuditHoldsAsync(People people, string words)
    {
        await using var scope = people.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().AuditEntries.AnyAsync(entry => entry.Changes.Contains(words));
    }

    private static Task<Outcome<Done>> SetAsync(People people, string right, params string[] roles) =>
        people.As<SetRight, Outcome<Done>>("security", act => act.RunAsync(right, roles, "机构改革", people.Ct));
}

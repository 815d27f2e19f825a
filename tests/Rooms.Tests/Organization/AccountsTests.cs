using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.SignIn;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization;

public class AccountsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_new_account_signs_in_with_its_one_time_password_and_must_choose_its_own(TestDatabase database)
    {
        await using var house = await TestHouse.WithCountyAsync(database);
        await using var adding = house.Enter();
        var added = await adding.ServiceProvider.GetRequiredService<AddAccount>().RunAsync("New.Clerk", "新科员", Roles.SectionStaff, "安全科", CancellationToken.None);

        await using var entering = house.Enter();
        var account = await entering.ServiceProvider.GetRequiredService<SignIn>().RunAsync(" NEW.clerk ", added.Value.OneTimePassword, "", CancellationToken.None);

        Assert.True(account.Value.Account.MustChangePassword);
        await Assert.ThrowsAsync<InvalidOperationException>(() => house.EnterAsAsync(added.Value.Id));
    }

    [Theory]
    [InlineData("x", Roles.Office, "安全科", "AccountNameForm")]
    [InlineData("has space", Roles.Office, "安全科", "AccountNameForm")]
    [InlineData("clerk", "king", "安全科", "RoleUnknown")]
    [InlineData("office", Roles.Office, "安全科", "AccountExists")]
    [InlineData("clerk", Roles.Office, "没有的科", "UnitUnknown")]
    public async Task What_cannot_be_is_refused_by_name(string signIn, string role, string unit, string refusal)
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        await using var scope = house.Enter();

        var outcome = await scope.ServiceProvider.GetRequiredService<AddAccount>().RunAsync(signIn, "某人", role, unit, CancellationToken.None);

        Assert.Equal(refusal, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [InlineData("short", "PasswordTooShort")]
    [InlineData("七个字还不够", "PasswordTooShort")]
    [InlineData("aaaaaaaaaaaa", "PasswordCommon")]
    [InlineData("abababababab", "PasswordCommon")]
    [InlineData("123456789", "PasswordCommon")]
    [InlineData("Password2026", "PasswordCommon")]
    [InlineData("woaini1314", "PasswordCommon")]
    [InlineData("ｐａｓｓｗｏｒｄ", "PasswordCommon")]
    [InlineData("my office office", "PasswordNames")]
    [InlineData("周晓岚的密码是这句", "PasswordNames")]
    [InlineData("青禾县里桃花开了没有", "PasswordNames")]
    [InlineData("I love qinghe in spring", "PasswordNames")]
    [InlineData(SmallCounty.Password, "PasswordSame")]
    public async Task A_password_that_is_easy_to_guess_is_not_taken(string chosen, string refusal)
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var county = house.County;
        await using var scope = await house.EnterAsAsync(county.AccountId("office"));

        var outcome = await scope.ServiceProvider.GetRequiredService<ChangePassword>().RunAsync(SmallCounty.Password, chosen, "", CancellationToken.None);

        Assert.Equal(refusal, Assert.Single(outcome.Refusals).Code);
    }

    [Theory]
    [InlineData("chief-basic", "基础教育科", true)]
    [InlineData("chief-basic", "安全科", false)]
    [InlineData("office", "安全科", true)]
    [InlineData("office", "青禾县实验小学", true)]
    [InlineData("principal", "青禾县实验小学", true)]
    [InlineData("principal", "滨河实验学校", false)]
    public async Task A_right_reaches_the_unit_where_the_role_is_held_and_all_below(string person, string unit, bool reaches)
    {
        await using var house = await TestHouse.WithCountyAsync(TestDatabase.Sqlite);
        var county = house.County;
        await using var scope = await house.EnterAsAsync(county.AccountId(person));

        var actor = scope.ServiceProvider.GetRequiredService<Actor>();

        Assert.Equal(reaches, actor.CanFor(Shuren.Planning.PlanningRights.Report, county.UnitId(unit)));
    }
}

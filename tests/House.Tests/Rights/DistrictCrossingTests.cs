using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.ManageRights;
using Shuren.Organization.ManageUnits;
using Shuren.Organization.SignIn;
using Shuren.Platform.Districts;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.House.Tests.Rights;

/// <summary>Two districts in one house: nothing of one is reached through the other's address, on any route.</summary>
public class DistrictCrossingTests(RightsSite site) : IClassFixture<RightsSite>, IAsyncLifetime
{
    private static readonly DistrictCard Linshui = new("linshui", "临水县");

    private Uri There => new(site.Site.Address, "/linshui/");

    public async ValueTask InitializeAsync()
    {
        if ((await site.Site.House.Districts.AddAsync(Linshui.Code, Linshui.Name, "test", CancellationToken.None)).Succeeded)
        {
            await using var founding = site.Site.House.Districts.Enter(Linshui, "test");
            await founding.ServiceProvider.GetRequiredService<FoundBureau>().RunAsync(Linshui.Name, CancellationToken.None);
            foreach (var role in Roles.All)
                await AddAsync(role);
        }
        site.Site.Services.GetRequiredService<DistrictDirectory>().Forget();
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_session_of_one_district_is_nobody_in_the_other()
    {
        var problems = new List<string>();
        foreach (var (method, route) in site.Routes)
        {
            foreach (var role in Roles.All)
            {
                var address = new Uri(There, site.Address(route, role, own: true));
                var (stranger, crossing) = (await site.AskAsync(method, address, ""), await site.AskAsync(method, address, site.CookieOf(role)));
                if (crossing != stranger)
                    problems.Add($"{method} {route} with the cookie of {role} in 青禾县: {crossing}, a stranger gets {stranger}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task Ids_of_one_district_name_nothing_in_the_other()
    {
        var problems = new List<string>();
        foreach (var role in Roles.All)
        {
            using var browser = new TestBrowser(There);
            await browser.OpenAsync("sign-in");
            await browser.SubmitAsync(new() { ["Form.Name"] = role, ["Form.Password"] = SmallCounty.Password });
            foreach (var (method, route) in site.Routes.Where(route => route.Method == "GET" && route.Route.Contains(":guid", StringComparison.Ordinal)))
            {
                // A page may say in its own words that there is nothing; then it says the same of an id that nothing has.
                var (foreign, nothing) = (site.Address(route, role, own: true), RightsSite.AddressOfNothing(route));
                var (answer, words) = await site.LookAsync(new Uri(There, foreign), browser.CookieHeader);
                if (answer is not ("403" or "404") && words != (await site.LookAsync(new Uri(There, nothing), browser.CookieHeader)).Words)
                    problems.Add($"{method} {route} as {role} of 临水县: {answer} {words[..Math.Min(words.Length, 80)]}");
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private async Task AddAsync(string role)
    {
        await using var scope = site.Site.House.Districts.Enter(Linshui, "test");
        var services = scope.ServiceProvider;
        await services.GetRequiredService<SetSignInPolicy>().RunAsync([], "test", CancellationToken.None);
        var added = await services.GetRequiredService<AddAccount>().RunAsync(role, role, role, Linshui.Name + "教育局", CancellationToken.None);
        var account = await services.GetRequiredService<OrganizationDb>().Accounts.FindAsync(added.Value.Id);
        account!.SetPassword(Passwords.Hash(SmallCounty.Password), oneTime: false); // it was added the line before
        await services.GetRequiredService<OrganizationDb>().SaveAsync(CancellationToken.None);
    }
}

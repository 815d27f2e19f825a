using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.ManageRights;
using Shuren.Organization.ManageUnits;
using Shuren.Organization.SignIn;
using Shuren.Platform.Districts;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>临水县, beside the small county in one house: a bureau with its usual sections and somebody of every role, and nothing else.</summary>
internal static class SecondDistrict
{
    public static readonly DistrictCard Card = new("linshui", "临水县");

    /// <summary>Founds it; the people's sign-in names are their roles.</summary>
    public static async Task FoundAsync(TestSite site, IEnumerable<string> people)
    {
        var districts = site.House.Districts;
        await districts.AddAsync(Card.Code, Card.Name, "test", CancellationToken.None);
        await using (var founding = districts.Enter(Card, "test"))
        {
            await founding.ServiceProvider.GetRequiredService<FoundBureau>().RunAsync(Card.Name, CancellationToken.None);
            await founding.ServiceProvider.GetRequiredService<SetSignInPolicy>().RunAsync([], "test", CancellationToken.None);
        }
        foreach (var role in people)
        {
            await using var scope = districts.Enter(Card, "test");
            var added = await scope.ServiceProvider.GetRequiredService<AddAccount>().RunAsync(role, role, role, Card.Name + "教育局", CancellationToken.None);
            var organization = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
            (await organization.Accounts.FindAsync(added.Value.Id))!.SetPassword(Passwords.Hash(SmallCounty.Password), oneTime: false); // it was added the line before
            await organization.SaveAsync(CancellationToken.None);
        }
        site.Services.GetRequiredService<DistrictDirectory>().Forget();
    }

    /// <summary>Its address, with a slash at the end.</summary>
    public static Uri AddressOf(TestSite site) => new(site.Address, $"/{Card.Code}/");

    /// <summary>A browser there, signed in with that role.</summary>
    public static async Task<TestBrowser> SignInAsync(TestSite site, string role)
    {
        var browser = new TestBrowser(AddressOf(site));
        await browser.OpenAsync("sign-in");
        return await browser.SubmitAsync(new() { ["Form.Name"] = role, ["Form.Password"] = SmallCounty.Password });
    }
}

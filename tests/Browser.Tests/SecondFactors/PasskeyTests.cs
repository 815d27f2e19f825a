using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Shuren.Organization;
using Shuren.Testing;

namespace Shuren.Browser.Tests.SecondFactors;

/// <summary>A passkey from a real browser with a device of its own (Chromium's virtual authenticator): added, then used instead of the password.</summary>
public sealed class PasskeyTests(Chromium chromium)
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_without_a_password()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        // A passkey belongs to a name, not to a number: 127.0.0.1 has none.
        var address = new UriBuilder(site.Address) { Host = "localhost" }.Uri;
        await using var visitor = await Visitor.AtAsync(address, chromium.Running, Screen.Desk.Options("zh-CN", script: true, session: null));
        await PlugInAsync(visitor.Page);
        await visitor.SignInAsync("office", SmallCounty.Password);

        await visitor.OpenAsync("account/second-factor");
        await visitor.FillAsync(PeopleText.PasskeyName, "办公室电脑");
        await visitor.PressAsync(PeopleText.AddPasskey);
        await Assertions.Expect(visitor.Page.Locator("ul.codes li")).ToHaveCountAsync(10);
        await visitor.Page.Context.ClearCookiesAsync();
        await visitor.OpenAsync("sign-in");
        await visitor.PressAsync(PeopleText.SignInByPasskey);

        await Assertions.Expect(visitor.Page).ToHaveURLAsync(address.ToString());
        await using var scope = site.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<OrganizationDb>();
        Assert.Equal("办公室电脑", (await db.Passkeys.SingleAsync()).Name);
        Assert.Equal("passkey", (await db.Sessions.OrderByDescending(session => session.Id).FirstAsync()).SecondFactor);
        Assert.Empty(visitor.Complaints);
    }

    private static async Task PlugInAsync(IPage page)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        await browser.SendAsync("WebAuthn.enable");
        await browser.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Organization;
using Shuren.Organization.SecondFactors;
using Shuren.Testing;

namespace Shuren.House.Tests;

/// <summary>Sessions through the front door: made anew, listed, ended; the cookie; the second step; the way back.</summary>
public class SessionsTests
{
    private static readonly byte[] Secret = Encoding.ASCII.GetBytes("12345678901234567890");

    [Fact]
    public async Task A_sign_in_begins_a_session_under_a_new_id_and_ends_the_one_that_was_brought()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("office");
        var first = browser.CookieHeader;

        await browser.OpenAsync("sign-in");
        await browser.SubmitAsync(new() { ["Form.Name"] = "director", ["Form.Password"] = SmallCounty.Password });

        Assert.NotEqual(first, browser.CookieHeader);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(site, "account", first));
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_for_scripts_and_for_other_sites_and_secure_behind_tls()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);

        var plain = await SessionCookieAsync(site, tls: false);
        var secure = await SessionCookieAsync(site, tls: true);

        Assert.Contains("httponly", plain, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", plain, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/qinghe", plain, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", plain, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("secure", secure, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task After_the_sign_out_the_old_cookie_opens_nothing()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("office");
        var cookie = browser.CookieHeader;
        await browser.OpenAsync("account");

        await browser.SubmitAsync([], "form[action=sign-out]");

        Assert.StartsWith("sign-in", browser.Path, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, await StatusAsync(site, "account", cookie));
    }

    [Fact]
    public async Task A_session_on_another_device_is_listed_and_ended()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var forgotten = await site.SignInAsync("office");
        using var here = await site.SignInAsync("office");
        await here.OpenAsync("account");

        await here.SubmitAsync([], "#sessions form");

        Assert.Single((await here.OpenAsync("account")).Page.QuerySelectorAll("#sessions tbody tr"));
        Assert.StartsWith("sign-in", (await forgotten.OpenAsync("account")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_after_a_day_however_busy()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = await site.SignInAsync("office");
        for (var hours = 0; hours < 24; hours += 6)
        {
            site.Clock.Now += TimeSpan.FromHours(5.9);
            await browser.OpenAsync("account");
        }
        Assert.Equal("account", browser.Path);

        site.Clock.Now += TimeSpan.FromHours(1);

        Assert.StartsWith("sign-in", (await browser.OpenAsync("account")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/qinghe/planning/mine", "planning/mine")]
    [InlineData("https://evil.example/", "")]
    [InlineData("//evil.example/", "")]
    [InlineData("/qinghe//evil.example", "")]
    [InlineData("/qinghe/\\evil.example", "")]
    [InlineData("/linshui/", "")]
    public async Task After_the_sign_in_one_goes_only_inside_the_district(string wanted, string path)
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var browser = site.Visitor();
        await browser.OpenAsync("sign-in?ReturnUrl=" + Uri.EscapeDataString(wanted));

        await browser.SubmitAsync(new() { ["Form.Name"] = "office", ["Form.Password"] = SmallCounty.Password });

        Assert.Equal(path, browser.Path);
    }

    [Fact]
    public async Task With_an_authenticator_the_password_alone_opens_nothing()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await AddAuthenticatorAsync(site);
        using var browser = await site.SignInAsync("office");
        Assert.StartsWith("sign-in/second", browser.Path, StringComparison.Ordinal);
        var half = await site.Visitor().OpenAsync("account");

        await browser.OpenAsync("account");
        var refused = browser.Path;
        await browser.OpenAsync("sign-in/second");
        await browser.SubmitAsync(new() { ["Form.Code"] = Totp.CodeAt(Secret, Totp.StepAt(site.Clock.GetUtcNow().UtcDateTime) + 1) });

        Assert.StartsWith("sign-in", half.Path, StringComparison.Ordinal);
        Assert.StartsWith("sign-in", refused, StringComparison.Ordinal);
        Assert.Equal("", browser.Path);
    }

    [Fact]
    public async Task An_administrator_without_a_second_factor_sets_one_up_first()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await using (var scope = site.House.Enter())
            await scope.ServiceProvider.GetRequiredService<Shuren.Organization.ManageRights.SetSignInPolicy>().RunAsync(["system-admin"], "test", CancellationToken.None);

        using var system = await site.SignInAsync("system");
        using var office = await site.SignInAsync("office");
        await system.OpenAsync("organization/accounts");

        Assert.Equal("account/second-factor", system.Path);
        Assert.NotNull(system.Page.QuerySelector("svg.qr path"));
        Assert.Equal("", office.Path);
    }

    [Fact]
    public async Task The_way_back_answers_alike_whether_the_name_exists_or_not()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);

        var words = new List<string>();
        foreach (var name in (string[])["teacher", "nobody-of-that-name"])
        {
            using var browser = site.Visitor();
            await browser.OpenAsync("sign-in/forgotten");
            words.Add((await browser.SubmitAsync(new() { ["Form.Name"] = name })).Words);
        }
        using var system = await site.SignInAsync("system");

        Assert.Equal(words[0], words[1]);
        Assert.Contains("1人忘记密码", (await system.OpenAsync("")).Words, StringComparison.Ordinal);
    }

    private static async Task AddAuthenticatorAsync(TestSite site)
    {
        await using var scope = await site.House.EnterAsAsync(site.County.AccountId("office"));
        var carried = scope.ServiceProvider.GetRequiredService<AuthenticatorSecrets>().Protect(site.County.AccountId("office"), Secret);
        var code = Totp.CodeAt(Secret, Totp.StepAt(site.Clock.GetUtcNow().UtcDateTime));
        Assert.True((await scope.ServiceProvider.GetRequiredService<AddAuthenticator>().RunAsync(carried, code, CancellationToken.None)).Succeeded);
    }

    private static async Task<HttpStatusCode> StatusAsync(TestSite site, string path, string cookie)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(site.Address, path));
        request.Headers.Add("Cookie", cookie);
        return (await http.SendAsync(request)).StatusCode;
    }

    private static async Task<string> SessionCookieAsync(TestSite site, bool tls)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });
        if (tls)
            http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        using var page = await http.GetAsync(new Uri(site.Address, "sign-in"));
        var form = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("form")!; // the page has one
        var fields = form.QuerySelectorAll("input[type=hidden]").Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Concat([new("Form.Name", "office"), new("Form.Password", SmallCounty.Password)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(site.Address, "sign-in")) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Cookie", string.Join("; ", page.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0])));
        using var response = await http.SendAsync(request);
        return response.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("shuren=", StringComparison.Ordinal));
    }
}

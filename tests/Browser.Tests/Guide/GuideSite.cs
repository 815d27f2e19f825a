using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Sample;
using Shuren.Host.Web;
using Shuren.Indicators.KeepReadings;
using Shuren.Indicators.WatchReadings;
using Shuren.Platform.Districts;
using Shuren.Testing;

namespace Shuren.Browser.Tests.Guide;

/// <summary>The site as a newcomer finds it: the sample district, one-time passwords, a clock that stands where the guide needs it.</summary>
internal sealed class GuideSite : IAsyncDisposable
{
    private const string Password = "the guide needs no secret";

    /// <summary>Enough for lists of several pages; the sample that comes with the product has more.</summary>
    private const int Pupils = 3_000;

    private readonly WebApplication site;
    private readonly Chromium chromium;
    private readonly Dictionary<string, string> oneTimePasswords;
    private readonly Dictionary<(string SignInName, DateTimeOffset At), string> sessions = [];
    private readonly List<Visitor> visitors = [];

    private GuideSite(WebApplication site, Chromium chromium, FixedClock clock, Dictionary<string, string> oneTimePasswords) =>
        (this.site, this.chromium, Clock, this.oneTimePasswords) = (site, chromium, clock, oneTimePasswords);

    public FixedClock Clock { get; }

    private Uri Address => new(new Uri(site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "/qinghe/");

    public static async Task<GuideSite> StartAsync(Chromium chromium)
    {
        var clock = new FixedClock(new(2026, 10, 21, 9, 0, 0, TimeSpan.FromHours(8)));
        var site = Site.Build(new SiteOptions(Databases.New(TestDatabase.Sqlite), TemporaryFolders.New("guide"), "http://127.0.0.1:0", clock));
        await site.Services.GetRequiredService<DistrictDirectory>().MigrateAsync(CancellationToken.None);
        var people = await SampleDistrict.LoadAsync(site.Services, "qinghe", CancellationToken.None);
        Assert.True((await SampleRolls.LoadAsync(site.Services, "qinghe", SampleRolls.Order(Pupils, null, SampleRolls.Seed, null, clock), null, CancellationToken.None)).Succeeded);
        await WatchAsync(site, clock, new(2026, 9, 25, 7, 0, 0, TimeSpan.FromHours(8)));
        await WatchAsync(site, clock, clock.Now);
        await site.StartAsync();
        return new(site, chromium, clock, people.ToDictionary(person => person.SignInName, person => person.OneTimePassword));
    }

    /// <summary>Looks at the indicators as on the morning of a day, so that what was wrong then has lasted by now.</summary>
    private static async Task WatchAsync(WebApplication site, FixedClock clock, DateTimeOffset at)
    {
        var now = clock.Now;
        clock.Now = at;
        var districts = site.Services.GetRequiredService<DistrictDirectory>();
        await using var scope = districts.Enter((await districts.FindAsync("qinghe", CancellationToken.None))!, "guide"); // just loaded
        var day = (await scope.ServiceProvider.GetRequiredService<KeepReadings>().RunAsync(CancellationToken.None)).Day;
        await scope.ServiceProvider.GetRequiredService<FollowAlerts>().RunAsync(day, CancellationToken.None);
        clock.Now = now;
    }

    /// <summary>Somebody who is not signed in.</summary>
    public async Task<Visitor> VisitorAsync(Screen screen, string language = "zh-CN", string? session = null)
    {
        var visitor = await Visitor.AtAsync(Address, chromium.Running, screen.Options(language, script: true, session));
        visitors.Add(visitor);
        if (language == "en")
            await visitor.OpenAsync("account/language?to=en");
        return visitor;
    }

    /// <summary>Somebody of the sample district; the first time the one-time password is changed. A session ends with the day.</summary>
    public async Task<Visitor> SignedInAsync(string signInName, Screen screen, string language = "zh-CN")
    {
        if (!sessions.TryGetValue((signInName, Clock.Now), out var session))
        {
            var first = await VisitorAsync(Screen.Desk);
            if (oneTimePasswords.Remove(signInName, out var given))
            {
                await first.SignInAsync(signInName, given);
                await first.ChangePasswordAsync(given, Password);
            }
            else
            {
                await first.SignInAsync(signInName, Password);
            }
            sessions[(signInName, Clock.Now)] = session = await first.SessionAsync();
        }
        return await VisitorAsync(screen, language, session);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
            await visitor.DisposeAsync();
        await site.StopAsync();
        await site.DisposeAsync();
    }
}

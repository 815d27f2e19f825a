using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;
using Shuren.Testing;

namespace Shuren.Browser.Tests;

/// <summary>The site with the small county on a fixed clock, and visitors with a real browser.</summary>
internal sealed class BrowserSite : IAsyncDisposable
{
    private readonly Chromium chromium;
    private readonly Dictionary<(string SignInName, DateTimeOffset At), string> sessions = [];
    private readonly List<Visitor> visitors = [];

    private BrowserSite(Chromium chromium, TestSite site) => (this.chromium, Site) = (chromium, site);

    /// <summary>The site without a browser.</summary>
    public TestSite Site { get; }

    /// <summary>Who and what is in the county.</summary>
    public SmallCounty County => Site.County;

    /// <summary>The clock that the site sees.</summary>
    public FixedClock Clock => Site.Clock;

    /// <summary>What the browsers complained about, everybody's.</summary>
    public IEnumerable<string> Complaints => visitors.SelectMany(visitor => visitor.Complaints);

    /// <summary>Starts the site.</summary>
    public static async Task<BrowserSite> StartAsync(Chromium chromium, TestDatabase database, Action<WebApplication>? add = null) => new(chromium, await TestSite.StartAsync(database, add));

    /// <summary>Somebody who is not signed in.</summary>
    public Task<Visitor> VisitorAsync(Screen screen, bool script = true, string language = "zh-CN") => OpenAsync(screen.Options(language, script, session: null));

    /// <summary>Somebody who is signed in; the form is filled in once a day, later visits bring its cookie.</summary>
    public async Task<Visitor> SignedInAsync(string signInName, Screen screen, bool script = true, string language = "zh-CN")
    {
        if (!sessions.TryGetValue((signInName, Clock.Now), out var session))
            sessions[(signInName, Clock.Now)] = session = await SignInAsync(signInName);
        return await OpenAsync(screen.Options(language, script, session));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var visitor in visitors)
            await visitor.DisposeAsync();
        await Site.DisposeAsync();
    }

    private async Task<string> SignInAsync(string signInName)
    {
        var visitor = await VisitorAsync(Screen.Desk);
        await visitor.SignInAsync(signInName, SmallCounty.Password);
        Assert.Equal("", visitor.Path);
        return await visitor.SessionAsync();
    }

    private async Task<Visitor> OpenAsync(BrowserNewContextOptions options)
    {
        var visitor = await Visitor.AtAsync(Site.Address, chromium.Running, options);
        visitors.Add(visitor);
        return visitor;
    }
}

using System.Collections.Concurrent;
using Shuren.Platform.Rights;
using Shuren.Testing;

[assembly: AssemblyFixture(typeof(Shuren.Browser.Tests.EveryPage.EveryPageSite))]

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>
/// One site for the looks at every page, which change nothing, built when the first test asks. Each class of tests has visitors of its
/// own, one for each role, screen and language, so that the classes run beside each other.
/// </summary>
public sealed class EveryPageSite : IAsyncDisposable
{
    private static readonly Dictionary<string, string> SignInNames = new()
    {
        [Roles.SectionChief] = "chief-basic", [Roles.SectionStaff] = "staff-basic",
        [Roles.SystemAdmin] = "system", [Roles.SecurityAdmin] = "security", [Roles.AuditAdmin] = "audit",
    };

    private readonly ConcurrentDictionary<Look, Lazy<Task<Visitor>>> visitors = [];
    private readonly Lock starting = new();
    private Task<(BrowserSite Site, SampleIds Ids)>? started;

    public async ValueTask DisposeAsync()
    {
        if (started is not null)
            await (await started).Site.DisposeAsync();
    }

    /// <summary>Opens the page as the look says.</summary>
    internal async Task<Visitor> OpenAsync(Chromium chromium, ListedPage page, Look look)
    {
        var (site, ids) = await StartedAsync(chromium);
        var visitor = await visitors.GetOrAdd(look, _ => new(() => VisitorAsync(site, look))).Value;
        visitor.Complaints.Clear();
        var address = ids.Fill(page.Route);
        var status = await visitor.OpenAsync(address);
        // The public list leads on where there is one plan only; nothing else leads away.
        Assert.StartsWith(address, visitor.Path, StringComparison.Ordinal);
        // Not everybody who may see such a page may see this one: a school does not see another's task.
        Assert.True(status == 200 || (status == 404 && look.Role != page.FirstRole), $"{look.Role} gets {status} at {address}.");
        return visitor;
    }

    private Task<(BrowserSite Site, SampleIds Ids)> StartedAsync(Chromium chromium)
    {
        lock (starting)
            return started ??= Task.Run(() => StartAsync(chromium));
    }

    private async Task<(BrowserSite Site, SampleIds Ids)> StartAsync(Chromium chromium)
    {
        var site = await BrowserSite.StartAsync(chromium, TestDatabase.Sqlite);
        return (site, await SampleIds.OfAsync(site.Site));
    }

    private static async Task<Visitor> VisitorAsync(BrowserSite site, Look look)
    {
        var visitor = look.Role is null
            ? await site.VisitorAsync(look.Screen, language: look.Language)
            : await site.SignedInAsync(SignInNames.GetValueOrDefault(look.Role, look.Role), look.Screen, language: look.Language);
        if (look.Language == Look.English)
            await visitor.OpenAsync("account/language?to=en");
        return visitor;
    }
}

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
    private readonly ConcurrentDictionary<string, Lazy<Task<TestBrowser>>> readers = [];
    private readonly Lock starting = new();
    private Task<(BrowserSite Site, SampleIds Ids)>? started;

    public async ValueTask DisposeAsync()
    {
        foreach (var reader in readers.Values.Where(reader => reader.Value.IsCompletedSuccessfully))
            (await reader.Value).Dispose();
        if (started is not null)
            await (await started).Site.DisposeAsync();
    }

    /// <summary>
    /// What stands in the page's main part for a role, fetched without a browser, which costs a tenth: who reads the same words needs no look of the own.
    /// One test at a time asks.
    /// </summary>
    internal async Task<string> MainAsync(Chromium chromium, ListedPage page, string? role)
    {
        var (site, ids) = await StartedAsync(chromium);
        var reader = await readers.GetOrAdd(role ?? "", _ => new(() => role is null ? Task.FromResult(site.Site.Visitor()) : site.Site.SignInAsync(NameOf(role)))).Value;
        var address = ids.Fill(page.Route);
        await reader.OpenAsync(address);
        IsWhereItShouldBe(page, role, address, reader.Path, (int)reader.Status);
        return (reader.Page.QuerySelector("main") ?? reader.Page.DocumentElement).InnerHtml;
    }

    /// <summary>Opens the page as the look says.</summary>
    internal async Task<Visitor> OpenAsync(Chromium chromium, ListedPage page, Look look)
    {
        var (site, ids) = await StartedAsync(chromium);
        var visitor = await visitors.GetOrAdd(look, _ => new(() => VisitorAsync(site, look))).Value;
        visitor.Complaints.Clear();
        var address = ids.Fill(page.Route);
        var status = await visitor.OpenAsync(address);
        IsWhereItShouldBe(page, look.Role, address, visitor.Path, status);
        return visitor;
    }

    private static string NameOf(string role) => SignInNames.GetValueOrDefault(role, role);

    private static void IsWhereItShouldBe(ListedPage page, string? role, string address, string path, int status)
    {
        // The public list leads on where there is one plan only; nothing else leads away.
        Assert.StartsWith(address, path, StringComparison.Ordinal);
        // Not everybody who may see such a page may see this one: a school does not see another's task.
        Assert.True(status == 200 || (status == 404 && role != page.FirstRole), $"{role} gets {status} at {address}.");
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
            : await site.SignedInAsync(NameOf(look.Role), look.Screen, language: look.Language);
        if (look.Language == Look.English)
            await visitor.OpenAsync("account/language?to=en");
        return visitor;
    }
}

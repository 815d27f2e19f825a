using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>One site for the looks at every page, which change nothing; one visitor for each role and screen.</summary>
public class EveryPageSite(Chromium chromium) : IAsyncLifetime
{
    private static readonly Dictionary<string, string> SignInNames = new()
    {
        [Roles.SectionChief] = "chief-basic", [Roles.SectionStaff] = "staff-basic",
        [Roles.SystemAdmin] = "system", [Roles.SecurityAdmin] = "security", [Roles.AuditAdmin] = "audit",
    };

    private readonly Dictionary<(string Role, Screen Screen), Visitor> visitors = [];
    private BrowserSite site = null!;
    private SampleIds ids = null!;

    /// <summary>Where the site's data lies.</summary>
    protected virtual TestDatabase Database => TestDatabase.Sqlite;

    public async ValueTask InitializeAsync()
    {
        site = await BrowserSite.StartAsync(chromium, Database);
        ids = await SampleIds.OfAsync(site.Site);
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the page as somebody with that role; null for nobody.</summary>
    internal async Task<Visitor> OpenAsync(ListedPage page, string? role, Screen screen)
    {
        if (!visitors.TryGetValue((role ?? "", screen), out var visitor))
            visitors[(role ?? "", screen)] = visitor = role is null ? await site.VisitorAsync(screen) : await site.SignedInAsync(SignInNames.GetValueOrDefault(role, role), screen);
        visitor.Complaints.Clear();
        var address = ids.Fill(page.Route);
        var status = await visitor.OpenAsync(address);
        // The public list leads on where there is one plan only; nothing else leads away.
        Assert.StartsWith(address, visitor.Path, StringComparison.Ordinal);
        // Not everybody who may see such a page may see this one: a school does not see another's task.
        Assert.True(status == 200 || (status == 404 && role != page.FirstRole), $"{role} gets {status} at {address}.");
        return visitor;
    }
}

/// <summary>The same on PostgreSQL, which really makes pages wait for their data.</summary>
public sealed class EveryPageOnPostgreSql(Chromium chromium) : EveryPageSite(chromium)
{
    protected override TestDatabase Database => TestDatabase.PostgreSql;
}

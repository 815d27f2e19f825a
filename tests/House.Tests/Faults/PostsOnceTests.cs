using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Testing;

namespace Shuren.House.Tests.Faults;

/// <summary>
/// Every form of the site, found by walking it as people with different roles do, is sent three times at once with one key:
/// it acts once or not at all. A new form is tested without being written down anywhere.
/// </summary>
public sealed class PostsOnceTests
{
    private const int MostPages = 120;

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_form_that_is_sent_three_times_at_once_has_one_effect(TestDatabase database)
    {
        await using var site = await TestSite.StartAsync(database);
        var (acted, idle) = (new HashSet<string>(), new Dictionary<string, string>());

        foreach (var person in (string[])["office", "director", "chief-basic", "principal", "system", "security"])
        {
            using var browser = await site.SignInAsync(person);
            var forms = new Queue<(string Page, string Form)>(await FormsAsync(browser));
            while (forms.TryDequeue(out var found))
            {
                await browser.OpenAsync(found.Page);
                if (acted.Contains(found.Form) || PostedForms.Posts(browser.Page).FirstOrDefault(form => PostedForms.NameOf(form) == found.Form) is not { } form)
                    continue;
                var before = await LastAsync(site);
                var answer = (await browser.SubmitAtOnceAsync(form, 3, PostedForms.Filled(form, Guid.CreateVersion7())))[0];
                var acts = await ActsAsync(site, before);
                Assert.True(acts.Count <= 1, $"{found} acted {acts.Count} times: {string.Join(", ", acts)}");
                if (acts.Count > 0)
                    acted.Add(found.Form);
                else
                    idle[found.Form] = SaidBy(answer.Page);
                // A page to check, or the next step: its forms are sent as well.
                foreach (var next in PostedForms.Posts(answer.Page).Select(PostedForms.NameOf).Where(name => !acted.Contains(name) && !idle.ContainsKey(name)))
                    forms.Enqueue((answer.Path, next));
            }
        }

        var without = string.Join("\n", idle.Where(form => !acted.Contains(form.Key)).Select(form => $"{form.Key}: {form.Value}"));
        Assert.True(acted.Count >= 25, $"{acted.Count} forms acted:\n{string.Join('\n', acted)}\nwithout effect:\n{without}");
    }

    private static string SaidBy(IHtmlDocument page) =>
        string.Join(' ', (page.QuerySelector("[role=alert]") ?? page.QuerySelector("h1"))?.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) ?? []);

    // Breadth first over the links of the site, one page of each shape.
    private static async Task<IReadOnlyList<(string Page, string Form)>> FormsAsync(TestBrowser browser)
    {
        var (open, seen, found) = (new Queue<string>([""]), new HashSet<string>(), new List<(string, string)>());
        while (open.TryDequeue(out var page) && seen.Count < MostPages)
        {
            if (!seen.Add(PostedForms.Shape(page)))
                continue;
            await browser.OpenAsync(page);
            found.AddRange(PostedForms.Posts(browser.Page).Select(form => (browser.Path, PostedForms.NameOf(form))));
            foreach (var link in browser.Page.QuerySelectorAll("main a[href], nav a[href]").Select(link => link.GetAttribute("href")!).Where(PostedForms.IsPage))
                open.Enqueue(link.Split('#')[0]);
        }
        // A new password ends the other visits of its owner, so that form comes last.
        return [.. found.DistinctBy(form => form.Item2).OrderBy(form => form.Item2.Contains("password", StringComparison.Ordinal))];
    }

    private static async Task<long> LastAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<AuditBlock>().MaxAsync(block => block.Number);
    }

    // A look at masked data changes nothing, and each of three looks is written down: that is right.
    private static async Task<List<string>> ActsAsync(TestSite site, long since)
    {
        await using var scope = site.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        return await db.Set<AuditBlock>().Where(block => block.Number > since).OrderBy(block => block.Number)
            .Join(db.Processes.Where(act => act.Kind != "organization.unmask"), block => block.ProcessId, act => act.Id, (_, act) => act.Kind).ToListAsync();
    }
}

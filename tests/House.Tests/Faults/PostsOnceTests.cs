using System.Text.RegularExpressions;
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
public sealed partial class PostsOnceTests
{
    private const int MostPages = 120;

    /// <summary>A form that ends the visit ends the walk.</summary>
    private static readonly string[] LeftOut = ["sign-out", "sign-in"];

    [Fact]
    public async Task A_form_that_is_sent_three_times_at_once_has_one_effect()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        var (acted, idle) = (new HashSet<string>(), new Dictionary<string, string>());

        foreach (var person in (string[])["office", "director", "chief-basic", "principal", "system", "security"])
        {
            using var browser = await site.SignInAsync(person);
            var forms = new Queue<(string Page, string Form)>(await FormsAsync(browser));
            while (forms.TryDequeue(out var found))
            {
                await browser.OpenAsync(found.Page);
                if (acted.Contains(found.Form) || Posts(browser.Page).FirstOrDefault(form => NameOf(form) == found.Form) is not { } form)
                    continue;
                var before = await ActsAsync(site);
                var answer = (await browser.SubmitAtOnceAsync(form, 3, Filled(form, Guid.CreateVersion7())))[0];
                var after = await ActsAsync(site);
                Assert.True(after.Count - before.Count <= 1, $"{found} acted {after.Count - before.Count} times: {string.Join(", ", after.Skip(before.Count))}");
                if (after.Count > before.Count)
                    acted.Add(found.Form);
                else
                    idle[found.Form] = SaidBy(answer.Page);
                // A page to check, or the next step: its forms are sent as well.
                foreach (var next in Posts(answer.Page).Select(NameOf).Where(name => !acted.Contains(name) && !idle.ContainsKey(name)))
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
            if (!seen.Add(Shape(page)))
                continue;
            await browser.OpenAsync(page);
            found.AddRange(Posts(browser.Page).Select(form => (browser.Path, NameOf(form))));
            foreach (var link in browser.Page.QuerySelectorAll("main a[href], nav a[href]").Select(link => link.GetAttribute("href")!).Where(IsPage))
                open.Enqueue(link.Split('#')[0]);
        }
        // A new password ends the other visits of its owner, so that form comes last.
        return [.. found.DistinctBy(form => form.Item2).OrderBy(form => form.Item2.Contains("password", StringComparison.Ordinal))];
    }

    private static IEnumerable<IHtmlFormElement> Posts(IHtmlDocument page) =>
        page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().Where(form => !LeftOut.Any(word => (form.GetAttribute("action") ?? "").Contains(word, StringComparison.Ordinal)));

    // What a form is: where it goes and its name, whatever thing it is about.
    private static string NameOf(IHtmlFormElement form) =>
        $"{Shape(form.GetAttribute("action") ?? "")}#{((form.Elements.FirstOrDefault(element => element.GetAttribute("name") == "_handler") as IHtmlInputElement)?.Value is { } handler ? Shape(handler) : "")}#{string.Join(',', form.Elements.Select(element => element.GetAttribute("name")).Where(name => name is not null && !name.StartsWith('_')).Select(name => Shape(name!)).Distinct().Take(6))}";

    private static Dictionary<string, string> Filled(IHtmlFormElement form, Guid once)
    {
        var fields = new Dictionary<string, string> { ["_once"] = once.ToString("N") };
        foreach (var element in form.Elements)
        {
            var (name, filled) = (element.GetAttribute("name"), element switch
            {
                IHtmlInputElement { Value: "" } input when input.Closest(".date") is not null => "2026-06-30",
                IHtmlInputElement { Value: "", Name: "Form.Email" or "Email" } => "name@example.cn",
                IHtmlInputElement { Value: "", Name: "QuietFrom" } => "22:00",
                IHtmlInputElement { Value: "", Name: "QuietUntil" } => "07:00",
                IHtmlInputElement { Value: "", Name: "Form.Phone" } => "13800000000",
                IHtmlInputElement { Type: "text", Value: "" } => "河湾小学",
                IHtmlInputElement { Type: "number", Value: "" } => "1",
                IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } box when !form.Elements.OfType<IHtmlInputElement>().Any(other => other.Name == box.Name && other.IsChecked) => box.GetAttribute("value") ?? "on",
                IHtmlSelectElement { Value: null or "" } select => select.Options.FirstOrDefault(option => option.Value is { Length: > 0 })?.Value,
                IHtmlTextAreaElement { Value: "" } => "按方案推进，材料已归档。",
                _ => null,
            });
            if (name is { Length: > 0 } && filled is not null)
                fields[name] = filled;
        }
        return fields;
    }

    private static bool IsPage(string href) =>
        !href.StartsWith("http", StringComparison.Ordinal) && !href.StartsWith('/') && !href.Contains("sign-out", StringComparison.Ordinal) && !href.Contains('.', StringComparison.Ordinal) && !href.StartsWith('#');

    private static string Shape(string address) => Id().Replace(address.Split('?')[0], "*");

    // A look at masked data changes nothing, and each of three looks is written down: that is right.
    private static async Task<List<string>> ActsAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<AuditBlock>().OrderBy(block => block.Number)
            .Join(scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes, block => block.ProcessId, act => act.Id, (block, act) => new { block.Number, act.Kind })
            .Where(act => act.Kind != "organization.unmask").OrderBy(act => act.Number).Select(act => act.Kind).ToListAsync();
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+")]
    private static partial Regex Id();
}

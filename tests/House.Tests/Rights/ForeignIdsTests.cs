using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Planning;
using Shuren.Kernel;
using Shuren.Organization.DelegateRights;
using Shuren.Organization.SignIn;
using Shuren.Planning.AmendTask;
using Shuren.Planning.Model;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;
using Shuren.Testing;

namespace Shuren.House.Tests.Rights;

/// <summary>
/// Somebody of a unit sends every form that their pages show, with an id of another unit's thing in the place of each id: in the address, in a field or in a
/// field's name. Foreign is what none of their pages names, and every task that their unit neither leads nor supports, with what hangs on it.
/// Whatever is written by it must not be about the foreign thing.
/// </summary>
public partial class ForeignIdsTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_form_with_an_id_of_another_unit_changes_nothing_of_it(TestDatabase database)
    {
        string[] people = ["chief-basic", "staff-basic", "principal", "school-staff"];
        await using var site = await TestSite.StartAsync(database);
        var ids = await Browser.Tests.EveryPage.SampleIds.OfAsync(site);
        await AddThingsOfOthersAsync(site);
        var (crossed, problems) = (new HashSet<string>(), new List<string>());

        foreach (var person in people)
        {
            using var browser = await site.SignInAsync(person);
            var (forms, seen) = await WalkAsync(site, browser, ids);
            var rows = await RowsAsync(site);
            var foreign = await ForeignAsync(site, person, rows, seen);
            foreach (var form in forms)
            {
                foreach (var id in IdsIn(form).Where(rows.ContainsKey).Distinct().ToList())
                {
                    foreach (var other in foreign[rows[id]].Where(other => other != id).Take(4))
                    {
                        var before = await LastAsync(site);
                        await SendAsync(site, browser, form, id, other);
                        crossed.Add($"{form.Name} {rows[id]}");
                        Assert.True(browser.Status != HttpStatusCode.InternalServerError, $"{person} {form.Name} {rows[id]}: 500");
                        if (await AboutAsync(site, other, before) is { Length: > 0 } acts)
                            problems.Add($"{person} {form.Page} {form.Name} with another {rows[id]}: {acts}");
                    }
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(crossed.Count > 25, $"{crossed.Count}:\n{string.Join('\n', crossed)}");
    }

    private sealed record Found(string Page, string Name, string Target, IReadOnlyList<KeyValuePair<string, string>> Fields, bool AsParts);

    // Everything that a person of another unit has or does, so that there is something foreign of each kind.
    private static async Task AddThingsOfOthersAsync(TestSite site)
    {
        var (county, ct) = (site.County, CancellationToken.None);
        var task = county.Tasks.Single(row => row.Number == "1.1").Id;
        Assert.True((await ActAsync<ReportProgress, Guid>(site, act => act.RunAsync(new(task, 30, "章程已经送审。") { Unit = county.UnitId("组织人事科") }, [], ct))).Succeeded);
        Assert.True((await ActAsync<TakeDispatchStep, Guid>(site, act => act.RunAsync(task, new(Rung.Reminder, "还没有报进展，请尽快填报。"), ct))).Succeeded);
        Assert.True((await ActAsync<ProposeChange, Guid>(site, act => act.RunAsync(county.Tasks.Single(row => row.Number == "3.3").Id, "请推迟一个月。", ct))).Succeeded);
        await ApiCaller.TokenAsync(site, "director");
        await using var scope = site.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.others");
        db.Add(new Milestone { TaskId = task, DueOn = new(2026, 5, 1), Title = "章程定稿" });
        await db.SaveAsync(ct);
        using var director = await site.SignInAsync("director");
    }

    // Every page that a link leads to and every route with its sample; a page of each address.
    private static async Task<(List<Found> Forms, string Seen)> WalkAsync(TestSite site, TestBrowser browser, Browser.Tests.EveryPage.SampleIds ids)
    {
        var routes = site.Endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Components.Endpoints.ComponentTypeMetadata>() is not null)
            .Select(endpoint => endpoint.RoutePattern.RawText!).Where(ids.Has).Select(ids.Fill).Distinct(); // a page has a route
        var (open, asked, forms, seen) = (new Queue<string>(routes.Prepend("")), new HashSet<string>(), new List<Found>(), new System.Text.StringBuilder());
        while (open.TryDequeue(out var page))
        {
            // The rolls have a page for every pupil and teacher: some of a kind show every form.
            if (asked.Count >= 260 || (page.Contains("schools/", StringComparison.Ordinal) && asked.Count(other => PostedForms.Shape(other) == PostedForms.Shape(page)) >= 6) || !asked.Add(page))
                continue;
            await browser.OpenAsync(page);
            if (browser.Status != HttpStatusCode.OK)
                continue;
            // The address that was asked for may name what is not theirs: only what the page itself says counts.
            seen.Append(browser.Page.QuerySelector("main")?.InnerHtml.Replace(page.Length > 0 ? page : "\0", "", StringComparison.Ordinal));
            forms.AddRange(PostedForms.Posts(browser.Page).Select(form => Of(form, browser.Path)));
            foreach (var link in browser.Page.QuerySelectorAll("main a[href]").Select(link => link.GetAttribute("href")!.Split('#')[0]).Where(PostedForms.IsPage)) // the selector asks for it
                open.Enqueue(link);
        }
        return ([.. forms.DistinctBy(form => (form.Name, PostedForms.Shape(form.Page)))], seen.ToString());
    }

    private static Found Of(IHtmlFormElement form, string page)
    {
        var filled = PostedForms.Filled(form, Guid.CreateVersion7());
        filled.Remove("_once");
        return new(page, PostedForms.NameOf(form), form.GetAttribute("action") is { Length: > 0 } action ? action : page,
            [.. TestBrowser.ValuesOf(form).Where(field => !filled.ContainsKey(field.Key) && field.Key is not ("_once" or "__RequestVerificationToken")).Concat(filled)], form.Enctype == "multipart/form-data");
    }

    private static IEnumerable<Guid> IdsIn(Found form) => Id().Matches(string.Join('\n', form.Fields.Select(field => $"{field.Key} {field.Value}").Prepend(form.Target))).Select(found => Guid.Parse(found.Value));

    private static async Task SendAsync(TestSite site, TestBrowser browser, Found form, Guid id, Guid other)
    {
        string Swapped(string text) => text.Replace($"{id:N}", $"{other:N}", StringComparison.Ordinal).Replace($"{id:D}", $"{other:D}", StringComparison.Ordinal);
        var fields = form.Fields.Select(field => KeyValuePair.Create(Swapped(field.Key), Swapped(field.Value)));
        var target = Swapped(form.Target);
        await browser.PostAsync(new(site.Address, target), [.. fields, new("__RequestVerificationToken", await browser.TokenAsync()), new("_once", Guid.CreateVersion7().ToString("N"))], form.AsParts);
    }

    /// <summary>Every row of the district: its id and what it is.</summary>
    private static async Task<Dictionary<Guid, string>> RowsAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var rows = new Dictionary<Guid, string>();
        foreach (var type in db.Model.GetEntityTypes().Where(type => AuditWriter.IsAudited(type.ClrType) && type.FindPrimaryKey()?.Properties is [{ Name: "Id" } key] && key.ClrType == typeof(Guid)))
        {
            // The name of a table is the model's own.
            var ids = string.Concat("SELECT id AS \"Value\" FROM ", type.GetTableName());
            foreach (var id in await db.Database.SqlQueryRaw<Guid>(ids).ToListAsync())
                rows[id] = type.ClrType.Name;
        }
        return rows;
    }

    private static async Task<ILookup<string, Guid>> ForeignAsync(TestSite site, string person, Dictionary<Guid, string> rows, string seen)
    {
        var unit = site.County.UnitId(IsOfSection(person) ? "基础教育科" : "青禾县实验小学");
        await using var scope = site.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var tasks = await db.Set<WorkTask>().Where(task => task.LeadUnitId != unit && !db.Set<TaskSupport>().Any(support => support.TaskId == task.Id && support.UnitId == unit)).Select(task => task.Id).ToListAsync();
        List<Guid> theirs =
        [
            .. tasks,
            .. await db.Set<ProgressReport>().Where(row => tasks.Contains(row.TaskId)).Select(row => row.Id).ToListAsync(), .. await db.Set<DispatchStep>().Where(row => tasks.Contains(row.TaskId)).Select(row => row.Id).ToListAsync(),
            .. await db.Set<Milestone>().Where(row => tasks.Contains(row.TaskId)).Select(row => row.Id).ToListAsync(), .. await db.Set<ChangeRequest>().Where(row => tasks.Contains(row.TaskId)).Select(row => row.Id).ToListAsync(),
        ];
        return theirs.Concat(rows.Keys.Where(id => !seen.Contains($"{id:N}", StringComparison.Ordinal) && !seen.Contains($"{id:D}", StringComparison.Ordinal))).Distinct().Where(rows.ContainsKey)
            .Where(id => id != site.County.AccountId(person) && !(IsOfSection(person) && rows[id] is nameof(Pupil) or nameof(Teacher))).ToLookup(id => rows[id]);
    }

    // A section of the bureau reaches every school's roll (SchoolsRights), page by page: nobody on it is foreign to its people.
    private static bool IsOfSection(string person) => person.EndsWith("basic", StringComparison.Ordinal);

    private static async Task<long> LastAsync(TestSite site)
    {
        await using var scope = site.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<AuditBlock>().MaxAsync(block => block.Number);
    }

    /// <summary>What was written about the thing since then.</summary>
    private static async Task<string> AboutAsync(TestSite site, Guid id, long before)
    {
        await using var scope = site.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        var named = $"{id:D}";
        var acts = db.Set<AuditBlock>().Where(block => block.Number > before).Select(block => block.ProcessId);
        var about = await db.Processes.Where(act => acts.Contains(act.Id) && act.About!.Contains(named)).Select(act => act.Kind).ToListAsync(); // null contains nothing
        var entries = await db.AuditEntries.Where(entry => acts.Contains(entry.ProcessId) && (entry.Subject.Contains(named) || entry.Changes.Contains(named))).Select(entry => entry.Subject).ToListAsync();
        return string.Join(", ", about.Concat(entries));
    }

    private static async Task<Outcome<T>> ActAsync<THandler, T>(TestSite site, Func<THandler, Task<Outcome<T>>> act) where THandler : notnull
    {
        await using var scope = site.House.Enter();
        return await act(scope.ServiceProvider.GetRequiredService<THandler>());
    }

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Id();
}

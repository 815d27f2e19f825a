using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.House.Tests.Rights;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Testing;

namespace Shuren.House.Tests.Districts;

/// <summary>
/// Every form of every page of one district is sent to another district, by somebody who is signed in there with the same role and with a token
/// that is good there: an id of the first district changes nothing in either. The forms are found, not written down. On PostgreSQL, where a page is drawn once
/// before its data has come, this is also the look at every page.
/// </summary>
public partial class PostCrossingTests
{
    private static readonly string[] People = [Roles.Office, Roles.Director, Roles.SectionChief, Roles.Principal, Roles.SystemAdmin, Roles.SecurityAdmin, Roles.AuditAdmin];

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_form_with_ids_of_another_district_changes_nothing_in_either(TestDatabase database)
    {
        await using var site = new RightsSite(database, People);
        await site.InitializeAsync();
        await SecondDistrict.FoundAsync(site.Site, People);
        var (sent, opened, problems, without) = (new HashSet<string>(), new HashSet<string>(), new List<string>(), 0);

        foreach (var role in People)
        {
            using var home = await site.Site.SignInAsync(RightsSite.SignInNameOf(role));
            using var away = await SecondDistrict.SignInAsync(site.Site, role);
            foreach (var route in site.Routes.Where(route => route.Method == "GET").Select(route => route.Route))
            {
                var page = site.Address(route, role, own: true);
                await home.OpenAsync(page);
                if (home.Status == HttpStatusCode.OK)
                    opened.Add(route);
                foreach (var form in PostedForms.Posts(home.Page).Where(form => sent.Add($"{PostedForms.Shape(home.Path)} {PostedForms.NameOf(form)}")).ToList())
                {
                    var (here, there) = (await LastAsync(site.Site, TestHouse.Qinghe), await LastAsync(site.Site, SecondDistrict.Card));
                    var (target, fields) = Sent(form, home.Path);
                    await CrossAsync(site.Site, away, target, fields, form);
                    var acts = await ActsAsync(site.Site, SecondDistrict.Card, there);
                    Assert.NotEqual(HttpStatusCode.InternalServerError, away.Status);
                    if (!fields.Append(new("", target)).Any(field => Id().IsMatch(field.Key + " " + field.Value)))
                        without += acts.Count;
                    else if (acts.Count > 0)
                        problems.Add($"{form.Action} of {page} as {role} of 临水县: {string.Join(", ", acts)}");
                    Assert.Empty(await ActsAsync(site.Site, TestHouse.Qinghe, here));
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Empty(site.Pages.Except(opened));
        Assert.True(sent.Count > 60, $"{sent.Count} forms:\n{string.Join('\n', sent)}");
        Assert.True(without > 3, $"{without} forms without ids acted in the other district; with none the posts are not heard there");
    }

    private static (string Target, List<KeyValuePair<string, string>> Fields) Sent(IHtmlFormElement form, string page)
    {
        var filled = PostedForms.Filled(form, Guid.CreateVersion7());
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : page;
        filled.Remove("_once");
        return (target, [.. TestBrowser.ValuesOf(form).Where(field => !filled.ContainsKey(field.Key) && field.Key is not ("_once" or "__RequestVerificationToken")).Concat(filled)]);
    }

    private static async Task CrossAsync(TestSite site, TestBrowser away, string target, List<KeyValuePair<string, string>> fields, IHtmlFormElement form)
    {
        var path = target.StartsWith('/') ? target.Replace("/qinghe/", $"/{SecondDistrict.Card.Code}/", StringComparison.Ordinal) : target;
        await away.PostAsync(new(SecondDistrict.AddressOf(site), path), [.. fields, new("__RequestVerificationToken", await away.TokenAsync()), new("_once", Guid.CreateVersion7().ToString("N"))], form.Enctype == "multipart/form-data");
    }

    private static async Task<long> LastAsync(TestSite site, DistrictCard district)
    {
        await using var scope = site.House.Districts.Enter(district, "test");
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<AuditBlock>().MaxAsync(block => block.Number);
    }

    /// <summary>What was done there since that block.</summary>
    private static async Task<List<string>> ActsAsync(TestSite site, DistrictCard district, long since)
    {
        await using var scope = site.House.Districts.Enter(district, "test");
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        return await db.Set<AuditBlock>().Where(block => block.Number > since).OrderBy(block => block.Number).Join(db.Processes, block => block.ProcessId, act => act.Id, (_, act) => act.Kind).ToListAsync();
    }

    // The key of a post and the ids of this product are of version 7.
    [GeneratedRegex("[0-9a-f]{12}7[0-9a-f]{19}|[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f-]{17}")]
    private static partial Regex Id();
}

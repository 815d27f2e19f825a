using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;

namespace Shuren.House.Tests.Rights;

/// <summary>
/// What one role can send from a page, sent by another to whom the page does not show that form: with a token and a key of its own,
/// the way somebody would who writes requests by hand. Nothing may come of it.
/// </summary>
public class ForeignFormsTests(RightsSite site) : IClassFixture<RightsSite>
{
    private static readonly string[] Ways = ["director", "office", "system-admin", "security-admin", "principal", "section-chief"];

    [Fact]
    public async Task A_form_that_a_page_does_not_show_is_not_taken()
    {
        var problems = new List<string>();
        var sent = 0;
        foreach (var (_, route) in site.Routes.Where(route => route.Method == "GET" && !route.Route.StartsWith("/sign-in", StringComparison.Ordinal) && !route.Route.StartsWith("/account", StringComparison.Ordinal)))
        {
            var forms = await FormsAsync(route);
            foreach (var role in Roles.All.Where(_ => forms.Count > 0))
            {
                var address = site.Address(route, role, own: false);
                var shown = Forms(await site.ReadAsync(address, role)).Select(Key).ToHashSet();
                foreach (var form in forms.Where(form => !shown.Contains(form.Key)))
                {
                    sent++;
                    var before = await ActsOfAsync(role);
                    if (await SendAsync(form.Value, address, role) is not { } answer)
                    {
                        problems.Add($"{address} as {role}: the session is over before {form.Key}");
                        break;
                    }
                    if (await ActsOfAsync(role) != before)
                        problems.Add($"{address} as {role}: the form {form.Key} was taken ({answer})");
                }
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.True(sent > 200, $"Only {sent} forms were sent.");
    }

    /// <summary>All forms that somebody sees on the page of another unit's thing.</summary>
    private async Task<Dictionary<string, IHtmlFormElement>> FormsAsync(string route)
    {
        var found = new Dictionary<string, IHtmlFormElement>();
        foreach (var role in Ways)
        {
            foreach (var form in Forms(await site.ReadAsync(site.Address(route, Roles.Principal, own: false), role)))
                found.TryAdd(Key(form), form);
        }
        return found;
    }

    private static IEnumerable<IHtmlFormElement> Forms(string page) =>
        new HtmlParser().ParseDocument(page).QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>().Where(form => form.GetAttribute("action") != "sign-out");

    // A form that its own page takes is known by its name; one that a door takes by the door.
    private static string Key(IHtmlFormElement form) => HandlerOf(form) ?? form.GetAttribute("action") ?? "";

    private static string? HandlerOf(IHtmlFormElement form) => form.QuerySelector("input[name=_handler]")?.GetAttribute("value");

    private async Task<string?> SendAsync(IHtmlFormElement form, string address, string role)
    {
        var fields = form.Elements.Where(element => element.GetAttribute("name") is { Length: > 0 } name && name is not ("__RequestVerificationToken" or "_once"))
            .Select(element => KeyValuePair.Create(element.GetAttribute("name")!, Filled(element))).ToList();
        if (Forms(await site.ReadAsync("account/password", role)).FirstOrDefault() is not { } own)
            return null;
        fields.Add(new("__RequestVerificationToken", own.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!));
        fields.Add(new("_once", Guid.CreateVersion7().ToString("N")));
        using var content = new FormUrlEncodedContent(fields);
        var target = HandlerOf(form) is null ? form.GetAttribute("action")! : address; // one or the other: the page has drawn it
        return await site.AskAsync("POST", new Uri(site.Site.Address, target), site.CookieOf(role), content);
    }

    // As much as can be right is filled in: what stops the form shall be the missing right.
    private static string Filled(IElement element) => element switch
    {
        IHtmlInputElement { Type: "hidden" } hidden => hidden.Value,
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.Value,
        IHtmlInputElement { Type: "date" } => "2026-05-20",
        IHtmlInputElement { Type: "number" } => "50",
        IHtmlInputElement input => input.Value is { Length: > 0 } value ? value : "试一试越过权限",
        IHtmlSelectElement select => select.Options.LastOrDefault(option => option.Value.Length > 0)?.Value ?? "",
        IHtmlTextAreaElement => "试一试越过权限，写一句话。",
        _ => element.GetAttribute("value") ?? "",
    };

    private async Task<int> ActsOfAsync(string role)
    {
        await using var scope = site.Site.House.Enter();
        var account = site.Site.County.AccountId(RightsSite.SignInNameOf(role));
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Processes.CountAsync(act => act.ActorId == account);
    }
}

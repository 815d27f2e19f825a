using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace Shuren.House.Tests;

/// <summary>Forms as tests find them on pages: what they are called, and how somebody would fill them.</summary>
internal static partial class PostedForms
{
    private static readonly string[] LeftOut = ["sign-out", "sign-in"];

    /// <summary>The forms of a page that change something, but those that end or begin a visit.</summary>
    public static IEnumerable<IHtmlFormElement> Posts(IHtmlDocument page) =>
        page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>().Where(form => !LeftOut.Any(word => (form.GetAttribute("action") ?? "").Contains(word, StringComparison.Ordinal)));

    /// <summary>What a form is: where it goes and its name, whatever thing it is about.</summary>
    public static string NameOf(IHtmlFormElement form) =>
        $"{Shape(form.GetAttribute("action") ?? "")}#{((form.Elements.FirstOrDefault(element => element.GetAttribute("name") == "_handler") as IHtmlInputElement)?.Value is { } handler ? Shape(handler) : "")}#{string.Join(',', form.Elements.Select(element => element.GetAttribute("name")).Where(name => name is not null && !name.StartsWith('_')).Select(name => Shape(name!)).Distinct().Take(6))}";

    /// <summary>What somebody who fills it writes where nothing stands yet, and the key of the post.</summary>
    public static Dictionary<string, string> Filled(IHtmlFormElement form, Guid once)
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

    /// <summary>Whether a link leads to a page of the site.</summary>
    public static bool IsPage(string href) =>
        !href.StartsWith("http", StringComparison.Ordinal) && !href.StartsWith('/') && !href.Contains("sign-out", StringComparison.Ordinal) && !href.Contains('.', StringComparison.Ordinal) && !href.StartsWith('#');

    /// <summary>An address without the things that stand in it.</summary>
    public static string Shape(string address) => Id().Replace(address.Split('?')[0], "*");

    [GeneratedRegex("[0-9a-f]{32}|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]+")]
    private static partial Regex Id();
}

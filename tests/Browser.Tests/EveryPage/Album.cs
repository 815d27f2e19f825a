using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Whole-page pictures of every look, for people: <c>./dev look</c> puts them into <c>artifacts/pages</c>. Without <c>SHUREN_LOOK=1</c> none are taken.</summary>
internal static partial class Album
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SHUREN_LOOK") == "1" ? Path.Combine(Repository.Root, "artifacts", "pages") : null;

    /// <summary>Takes the page at hand.</summary>
    public static async Task TakeAsync(Visitor visitor, ListedPage page, Look look)
    {
        if (Folder is null)
            return;
        await visitor.Page.ScreenshotAsync(new()
        {
            Path = FileOf(Folder, page.Route, $"{look.Name}.png"),
            FullPage = true, Animations = ScreenshotAnimations.Disabled,
        });
    }

    /// <summary>Prints the page at hand.</summary>
    public static async Task PrintAsync(Visitor visitor, string route)
    {
        if (Folder is not null)
            await visitor.Page.PdfAsync(new() { Path = FileOf(Folder, route, "pdf"), PreferCSSPageSize = true });
    }

    private static string FileOf(string folder, string route, string end)
    {
        var name = NotInNames().Replace(route.Trim('/'), "-").Trim('-');
        return Path.Combine(Directory.CreateDirectory(folder).FullName, $"{(name.Length == 0 ? "home" : name)}.{end}");
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInNames();
}

using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Whole-page pictures of every look, for people: <c>./dev look</c> puts them into <c>artifacts/pages</c>. Without <c>SHUREN_LOOK=1</c> none are taken.</summary>
internal static partial class Album
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("SHUREN_LOOK") == "1" ? Path.Combine(Repository.Root, "artifacts", "pages") : null;

    /// <summary>Takes the page at hand.</summary>
    public static async Task TakeAsync(Visitor visitor, ListedPage page, Look look, string kind = "")
    {
        if (Folder is null)
            return;
        var name = NotInNames().Replace(page.Route.Trim('/'), "-").Trim('-');
        await visitor.Page.ScreenshotAsync(new()
        {
            Path = Path.Combine(Directory.CreateDirectory(Folder).FullName, $"{(name.Length == 0 ? "home" : name)}.{look.Name}{kind}.png"),
            FullPage = true, Animations = ScreenshotAnimations.Disabled,
        });
    }

    [GeneratedRegex("[^A-Za-z0-9]+")]
    private static partial Regex NotInNames();
}

using Microsoft.Playwright;

namespace Shuren.Browser.Tests.Guide;

/// <summary>Takes the guide's pictures: into docs/guide/images when <c>SHUREN_GUIDE=1</c> (<c>./dev pictures</c>), else aside.</summary>
internal static class Camera
{
    /// <summary>Larger pictures make the repository heavy for everybody who clones it.</summary>
    private const int MostBytes = 300_000;

    private static readonly string Folder = Environment.GetEnvironmentVariable("SHUREN_GUIDE") == "1"
        ? Path.Combine(Repository.Root, "docs", "guide", "images")
        : Path.Combine(Repository.Root, "artifacts", "guide");

    /// <summary>Takes what is on the screen. The page is scrolled to the top first, or to the element that is named.</summary>
    public static async Task TakeAsync(Visitor visitor, string name, string? at = null)
    {
        if (at is not null)
            await visitor.Page.Locator(at).First.EvaluateAsync("element => element.scrollIntoView({ block: 'start' })");
        Directory.CreateDirectory(Folder);
        var picture = await visitor.Page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), Animations = ScreenshotAnimations.Disabled, Caret = ScreenshotCaret.Hide });
        Assert.True(picture.Length < MostBytes, $"{name}.png has {picture.Length} bytes.");
    }

    /// <summary>Opens a page and takes it.</summary>
    public static async Task TakePageAsync(Visitor visitor, string path, string name, string? at = null)
    {
        Assert.Equal(200, await visitor.OpenAsync(path));
        await TakeAsync(visitor, name, at);
    }
}

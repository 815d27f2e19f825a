using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Looks at the page at hand and gives sentences about what is wrong; <c>checks.js</c> looks from inside.</summary>
internal static class PageChecks
{
    private const int MostStops = 1500;
    private const int KeysAtOnce = 20;

    private static readonly Dictionary<string, object> Tab = new() { ["type"] = "rawKeyDown", ["key"] = "Tab", ["code"] = "Tab", ["windowsVirtualKeyCode"] = 9 };

    private static readonly string Script = Read();
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>One h1, no sideways scroll, no cut text, words for every picture.</summary>
    public static async Task<IReadOnlyList<string>> LayoutAsync(IPage page) => await AskAsync<string[]>(page, "layout");

    /// <summary>What axe finds against WCAG 2.2 AA. It runs within the page and hands back sentences only: what its own package does moves megabytes for each page.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        var answer = await page.EvaluateAsync<JsonElement>($$"""
            async () => {
              if (!window.axe) { {{Axe}} }
              // What the bar at the foot of a phone covers at this moment is scrolled clear of it; axe would call it too small.
              const bar = document.querySelector(".bottombar");
              if (bar) bar.style.position = "static";
              const found = await window.axe.run(document, {
                runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
                resultTypes: ["violations"], preload: false,
              });
              if (bar) bar.style.position = "";
              return found.violations.flatMap((broken) => broken.nodes.map((node) => `${broken.id}: ${broken.help}: ${node.html}`));
            }
            """);
        return answer.Deserialize<string[]>(Web)!;
    }

    /// <summary>From the top with Tab: the skip link first, a ring at every stop, the primary act among the stops.</summary>
    public static async Task<IReadOnlyList<string>> KeyboardAsync(IPage page)
    {
        await AskAsync<bool>(page, "listen");
        // The page writes down each stop itself, so the keys may come one on the other's heels.
        var keys = await page.Context.NewCDPSessionAsync(page);
        for (var count = 0; count < MostStops; count += KeysAtOnce)
        {
            await Task.WhenAll(Enumerable.Range(0, KeysAtOnce).Select(_ => keys.SendAsync("Input.dispatchKeyEvent", Tab)));
            if (await AskAsync<bool>(page, "isRound"))
                break;
        }
        await keys.DetachAsync();
        return await AskAsync<string[]>(page, "stops");
    }

    /// <summary>On paper: the title stays, navigation goes.</summary>
    public static async Task<IReadOnlyList<string>> PaperAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var problems = await AskAsync<string[]>(page, "paper");
        var paper = await page.PdfAsync(new() { PreferCSSPageSize = true });
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        return paper.AsSpan().StartsWith("%PDF"u8) ? problems : [.. problems, "is not printed"];
    }

    /// <summary>In the colours that the reader forces: lamps, counts and the mark of the page at hand are still to be seen.</summary>
    public static async Task<IReadOnlyList<string>> ForcedColoursAsync(IPage page)
    {
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var problems = await AskAsync<string[]>(page, "forced");
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Null });
        return problems;
    }

    /// <summary>At 200 %, which halves the window as the page sees it.</summary>
    public static async Task<IReadOnlyList<string>> ZoomedAsync(IPage page)
    {
        await page.SetViewportSizeAsync(Screen.Zoomed.Width, Screen.Zoomed.Height);
        var problems = await LayoutAsync(page);
        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        return problems;
    }

    private static async Task<T> AskAsync<T>(IPage page, string check)
    {
        // A new page has a new window, and the tests bring what they ask with them: the content policy of the site stays as it is.
        var answer = await page.EvaluateAsync<JsonElement>($"() => {{ if (!window.checks) {{ {Script} }} return window.checks.{check}(); }}");
        return answer.Deserialize<T>(Web)!;
    }

    private static string Read()
    {
        using var stream = typeof(PageChecks).Assembly.GetManifestResourceStream("checks.js")!;
        return new StreamReader(stream).ReadToEnd();
    }
}

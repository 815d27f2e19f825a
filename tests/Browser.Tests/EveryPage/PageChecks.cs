using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Looks at the page at hand and gives sentences about what is wrong; <c>checks.js</c> looks from inside.</summary>
internal static class PageChecks
{
    private const int MostStops = 600;

    private static readonly string Script = Read();
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>One h1, no sideways scroll, no cut text, words for every picture.</summary>
    public static async Task<IReadOnlyList<string>> LayoutAsync(IPage page) => await AskAsync<string[]>(page, "layout");

    /// <summary>What axe finds against WCAG 2.2 AA.</summary>
    public static async Task<IReadOnlyList<string>> AxeAsync(IPage page)
    {
        var result = await page.RunAxe(Rules);
        return [.. result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Id}: {violation.Help}: {node.Html}"))];
    }

    /// <summary>From the top with Tab: the skip link first, a ring at every stop, the primary act among the stops.</summary>
    public static async Task<IReadOnlyList<string>> KeyboardAsync(IPage page)
    {
        var problems = new List<string>();
        for (var count = 0; count < MostStops; count++)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await AskAsync<Stop>(page, "stop");
            if (stop.IsEnd)
                break;
            if (count == 0 && !stop.IsSkip && !stop.IsInMain)
                problems.Add("the first stop is not the skip link");
            if (stop.Problem.Length > 0)
                problems.Add(stop.Problem);
        }
        return [.. problems, .. await AskAsync<string[]>(page, "unreached")];
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

    private sealed record Stop(bool IsEnd, bool IsSkip, bool IsInMain, string Problem);
}

using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Every page of the site, seen by everybody who may see it, at the desk and on a phone, in both languages.</summary>
public sealed partial class EveryPageTests(EveryPageSite site, Chromium chromium)
{
    /// <summary>All pages, or while somebody works on some of them those whose route holds the words of <c>SHUREN_PAGES</c>; "/" is the home page alone.</summary>
    public static TheoryData<string> Routes => [.. PageList.All.Select(page => page.Route).Where(route => Only == "/" ? route == "/" : route.Contains(Only, StringComparison.Ordinal))];

    private static readonly Screen[] Screens = [Screen.Desk, Screen.Phone];

    private static string Only => Environment.GetEnvironmentVariable("SHUREN_PAGES") ?? "";

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_fits_and_shuts_nobody_out(string route)
    {
        var page = PageList.Of(route);
        var problems = new ConcurrentQueue<string>();

        await Parallel.ForEachAsync(await LooksAsync(page), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (look, _) =>
        {
            var visitor = await site.OpenAsync(chromium, page, look);
            foreach (var problem in (IEnumerable<string>)[.. visitor.Complaints, .. await ExamineAsync(visitor, page, look)])
                problems.Enqueue($"{look.Name}: {problem}");
        });

        Nothing([.. problems.Order(StringComparer.Ordinal)]);
    }

    // Assert.Empty would shorten the list.
    internal static void Nothing(IReadOnlyList<string> problems) => Assert.True(problems.Count == 0, string.Join('\n', problems));

    private static async Task<IReadOnlyList<string>> ExamineAsync(Visitor visitor, ListedPage page, Look look)
    {
        await Album.TakeAsync(visitor, page, look);
        var layout = await PageChecks.LayoutAsync(visitor.Page);
        // Axe looks at roles, names and colours, which longer words leave as they are.
        return look.Language == Look.Chinese ? [.. layout, .. await PageChecks.AxeAsync(visitor.Page)] : layout;
    }

    // One role sees the page on every screen and in both languages, for neither depends on who looks. Of the others those look who read something else
    // than those before them; at home everybody does, where the frame with each role's menu is examined too.
    private async Task<IReadOnlyList<Look>> LooksAsync(ListedPage page)
    {
        List<Look> looks = [.. from screen in Screens from language in (string[])[Look.Chinese, Look.English] select new Look(typeof(EveryPageTests), page.FirstRole, screen, language)];
        var others = page.Roles.Where(role => role != page.FirstRole);
        if (page.Route == "/")
            return [.. looks, .. from role in others from screen in Screens select new Look(typeof(EveryPageTests), role, screen)];
        var read = new HashSet<string> { Changing().Replace(await site.MainAsync(chromium, page, page.FirstRole), "") };
        foreach (var role in others)
        {
            if (read.Add(Changing().Replace(await site.MainAsync(chromium, page, role), "")))
                looks.Add(new(typeof(EveryPageTests), role, Screen.Desk));
        }
        return looks;
    }

    // Keys of forms differ on every look.
    [GeneratedRegex("<input type=\"hidden\"[^>]*>|<script[^>]*></script>")]
    private static partial Regex Changing();
}

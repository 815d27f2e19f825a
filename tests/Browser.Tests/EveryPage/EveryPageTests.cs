using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Every page of the site, seen by everybody who may see it, at the desk and on a phone, in both languages.</summary>
public sealed partial class EveryPageTests(EveryPageSite site, Chromium chromium)
{
    /// <summary>All pages, or while somebody works on some of them those whose route holds the words of <c>SHUREN_PAGES</c>.</summary>
    public static TheoryData<string> Routes => [.. PageList.All.Select(page => page.Route).Where(route => route.Contains(Only, StringComparison.Ordinal))];

    private static string Only => Environment.GetEnvironmentVariable("SHUREN_PAGES") ?? "";

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_fits_and_shuts_nobody_out(string route)
    {
        var page = PageList.Of(route);
        var problems = new ConcurrentQueue<string>();
        var seen = new ConcurrentDictionary<string, bool>();

        await Parallel.ForEachAsync(Looks(page), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, async (look, _) =>
        {
            var visitor = await site.OpenAsync(chromium, page, look);
            var found = visitor.Complaints.ToList();
            // Roles that see the same page share one examination; the frame around it is examined for each of them at home.
            if (seen.TryAdd(look.Screen.Name + look.Language + Changing().Replace(await visitor.Page.Locator(route == "/" ? "body" : "main").InnerHTMLAsync(), ""), true))
                found.AddRange(await ExamineAsync(visitor, page, look));
            foreach (var problem in found)
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

    // A page's layout on a phone and its English words do not depend on who looks, but for the home page, which is each role's own.
    private static IEnumerable<Look> Looks(ListedPage page) =>
        from role in page.Roles.DefaultIfEmpty()
        from screen in (Screen[])[Screen.Desk, Screen.Phone]
        from language in (string[])[Look.Chinese, Look.English]
        where role == page.FirstRole || (language == Look.Chinese && (screen == Screen.Desk || page.Route == "/"))
        select new Look(typeof(EveryPageTests), role, screen, language);

    // Keys of forms differ on every look.
    [GeneratedRegex("<input type=\"hidden\"[^>]*>|<script[^>]*></script>")]
    private static partial Regex Changing();
}

using System.Text.RegularExpressions;

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Every page of the site, seen by everybody who may see it, at the desk and on a phone.</summary>
public sealed partial class EveryPageTests(EveryPageSite site) : IClassFixture<EveryPageSite>
{
    public static TheoryData<string> Routes => [.. PageList.All.Select(page => page.Route)];

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_fits_and_shuts_nobody_out(string route)
    {
        var page = PageList.Of(route);
        var problems = new List<string>();
        var seen = new HashSet<string>();

        foreach (var (role, screen) in Looks(page))
        {
            var visitor = await site.OpenAsync(page, role, screen);
            var found = visitor.Complaints.ToList();
            // Roles that see the same page share one examination; the frame around it is examined for each of them at home.
            if (seen.Add(screen.Name + Changing().Replace(await visitor.Page.Locator(route == "/" ? "body" : "main").InnerHTMLAsync(), "")))
                found.AddRange([.. await PageChecks.LayoutAsync(visitor.Page), .. await PageChecks.AxeAsync(visitor.Page)]);
            problems.AddRange(found.Select(problem => $"{role} at the {screen.Name}: {problem}"));
        }

        Nothing(problems);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_keyboard_alone_is_enough(string route)
    {
        var page = PageList.Of(route);

        var visitor = await site.OpenAsync(page, page.FirstRole, Screen.Desk);

        Nothing(await PageChecks.KeyboardAsync(visitor.Page));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_can_be_printed(string route)
    {
        var page = PageList.Of(route);

        var visitor = await site.OpenAsync(page, page.FirstRole, Screen.Desk);

        Nothing(await PageChecks.PaperAsync(visitor.Page));
    }

    [Fact]
    public async Task The_skip_link_leads_past_the_menu()
    {
        var visitor = await site.OpenAsync(PageList.Of("/"), Platform.Rights.Roles.Office, Screen.Desk);

        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    // Assert.Empty would shorten the list.
    private static void Nothing(IReadOnlyList<string> problems) => Assert.True(problems.Count == 0, string.Join('\n', problems));

    // A page's layout on a phone does not depend on who looks, but for the home page, which is each role's own.
    private static IEnumerable<(string? Role, Screen Screen)> Looks(ListedPage page) =>
        from role in page.Roles.DefaultIfEmpty()
        from screen in role == page.FirstRole || page.Route == "/" ? (Screen[])[Screen.Desk, Screen.Phone] : [Screen.Desk]
        select (role, screen);

    // Keys of forms differ on every look.
    [GeneratedRegex("<input type=\"hidden\"[^>]*>|<script[^>]*></script>")]
    private static partial Regex Changing();
}

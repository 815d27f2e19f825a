namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Every page on paper, in forced colours and at twice its size.</summary>
public sealed class PaperTests(EveryPageSite site, Chromium chromium)
{
    public static TheoryData<string> Routes => EveryPageTests.Routes;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_can_be_printed(string route)
    {
        var visitor = await OpenAsync(route, Screen.Desk);

        var problems = await PageChecks.PaperAsync(visitor.Page);
        await Album.PrintAsync(visitor, route);

        EveryPageTests.Nothing(problems);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_stands_being_made_twice_as_large(string route)
    {
        var visitor = await OpenAsync(route, Screen.Zoomed);

        EveryPageTests.Nothing(await PageChecks.LayoutAsync(visitor.Page));
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Colours_that_the_reader_forces_leave_every_lamp_and_bar_in_sight(string route)
    {
        var visitor = await OpenAsync(route, Screen.Desk);

        EveryPageTests.Nothing(await PageChecks.ForcedColoursAsync(visitor.Page));
    }

    private Task<Visitor> OpenAsync(string route, Screen screen)
    {
        var page = PageList.Of(route);
        return site.OpenAsync(chromium, page, new(typeof(PaperTests), page.FirstRole, screen));
    }
}

namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Every page on paper, in forced colours and at twice its size: one visit serves the three.</summary>
public sealed class PaperTests(EveryPageSite site, Chromium chromium)
{
    public static TheoryData<string> Routes => EveryPageTests.Routes;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task It_stands_paper_forced_colours_and_twice_its_size(string route)
    {
        var page = PageList.Of(route);
        var visitor = await site.OpenAsync(chromium, page, new(typeof(PaperTests), page.FirstRole, Screen.Desk));

        var problems = new List<string>();
        problems.AddRange((await PageChecks.PaperAsync(visitor.Page)).Select(problem => "paper: " + problem));
        await Album.PrintAsync(visitor, route);
        problems.AddRange((await PageChecks.ForcedColoursAsync(visitor.Page)).Select(problem => "forced colours: " + problem));
        problems.AddRange((await PageChecks.ZoomedAsync(visitor.Page)).Select(problem => "twice its size: " + problem));

        EveryPageTests.Nothing(problems);
    }
}

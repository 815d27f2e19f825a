namespace Shuren.Browser.Tests.EveryPage;

/// <summary>On PostgreSQL a page is drawn once before its data has come; SQLite answers at once and hides what that breaks.</summary>
public sealed class SlowDataTests(EveryPageOnPostgreSql site, Chromium chromium) : IClassFixture<EveryPageOnPostgreSql>
{
    public static TheoryData<string> Routes => EveryPageTests.Routes;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_page_waits_for_its_data(string route)
    {
        var page = PageList.Of(route);

        var visitor = await site.OpenAsync(chromium, page, new(typeof(SlowDataTests), page.FirstRole, Screen.Desk));

        Assert.Empty(visitor.Complaints);
    }
}

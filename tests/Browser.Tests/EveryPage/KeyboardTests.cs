namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Every page by keyboard.</summary>
public sealed class KeyboardTests(EveryPageSite site, Chromium chromium)
{
    public static TheoryData<string> Routes => EveryPageTests.Routes;

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task The_keyboard_alone_is_enough(string route)
    {
        var visitor = await OpenAsync(PageList.Of(route));

        EveryPageTests.Nothing(await PageChecks.KeyboardAsync(visitor.Page));
    }

    [Fact]
    public async Task The_skip_link_leads_past_the_menu()
    {
        var visitor = await OpenAsync(PageList.Of("/"));

        await visitor.Page.Keyboard.PressAsync("Tab");
        await visitor.Page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id"));
    }

    private Task<Visitor> OpenAsync(ListedPage page) => site.OpenAsync(chromium, page, new(typeof(KeyboardTests), page.FirstRole, Screen.Desk));
}

using AngleSharp.Dom;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

/// <summary>The sheet shows every component, so what holds on it holds everywhere.</summary>
public sealed class ComponentSheetTests
{
    [Fact]
    public async Task Nothing_is_styled_or_scripted_inline()
    {
        var page = await Sheet();

        Assert.Empty(page.QuerySelectorAll("[style]"));
        Assert.Empty(page.QuerySelectorAll("style, script:not([src])"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_input_has_a_name_that_is_read_aloud()
    {
        var page = await Sheet();

        var nameless = page.QuerySelectorAll("input:not([type=hidden]), select, textarea")
            .Where(input => input.Closest("label") is null && !input.HasAttribute("aria-label") && page.QuerySelector($"label[for='{input.Id}']") is null);
        Assert.Empty(nameless.Select(input => input.OuterHtml));
    }

    [Fact]
    public async Task Every_id_stands_once_and_every_description_exists()
    {
        var page = await Sheet();

        Assert.Empty(page.QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key));
        var described = page.QuerySelectorAll("[aria-describedby]").SelectMany(element => element.GetAttribute("aria-describedby")!.Split(' '));
        Assert.NotEmpty(described);
        Assert.All(described, id => Assert.NotNull(page.GetElementById(id)));
    }

    [Fact]
    public async Task Every_lamp_speaks()
    {
        var page = await Sheet();

        var lamps = page.QuerySelectorAll(".lamp");
        Assert.True(lamps.Length > 20);
        Assert.All(lamps, lamp => Assert.Contains(lamp.TextContent, char.IsLetter));
    }

    [Fact]
    public async Task Every_drawing_is_named_or_silent()
    {
        var page = await Sheet();

        Assert.All(page.QuerySelectorAll("svg"), drawing => Assert.True(
            drawing.GetAttribute("aria-hidden") == "true" || drawing.GetAttribute("aria-label") is { Length: > 0 }, drawing.OuterHtml));
    }

    [Fact]
    public async Task Every_table_has_a_caption_and_scoped_heads()
    {
        var page = await Sheet();

        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotNull(table.QuerySelector("caption")));
        Assert.All(page.QuerySelectorAll("th"), head => Assert.True(head.HasAttribute("scope"), head.OuterHtml));
    }

    [Fact]
    public async Task No_link_is_a_bare_fragment()
    {
        var page = await Sheet();

        Assert.All(page.QuerySelectorAll("a"), link =>
        {
            Assert.False(string.IsNullOrEmpty(link.GetAttribute("href")), link.OuterHtml);
            Assert.False(link.GetAttribute("href")!.StartsWith('#'), link.OuterHtml);
        });
    }

    [Fact]
    public async Task Every_icon_is_in_the_sprite()
    {
        var page = await Sheet();
        var sprite = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "src/foundation/Ui/wwwroot/icons.svg"));

        var used = page.QuerySelectorAll("use").Select(use => use.GetAttribute("href")!.Split('#')[1]).Distinct();
        Assert.NotEmpty(used);
        Assert.All(used, name => Assert.Contains($"id=\"{name}\"", sprite, StringComparison.Ordinal));
    }

    private static Task<IDocument> Sheet() =>
        Drawn.Page<Whole>(new { Body = Whole.Of<ComponentSheet>() }, Whole.Cascade);
}

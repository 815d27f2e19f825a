using System.Globalization;
using System.Text.RegularExpressions;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

/// <summary>Days as people type them.</summary>
public sealed partial class DaysTests
{
    [Theory]
    [InlineData("2026-04-07")]
    [InlineData("2026-4-7")]
    [InlineData("2026/4/7")]
    [InlineData("2026/04/07")]
    [InlineData("2026年4月7日")]
    [InlineData(" 2026-04-07 ")]
    public async Task What_the_field_lets_through_is_read_as_the_same_day_by_us_and_by_the_framework_in_both_languages(string typed)
    {
        var day = new DateOnly(2026, 4, 7);

        Assert.Matches("^(" + await FieldAsync() + ")$", typed);
        Assert.True(Days.TryRead(typed, out var read));
        Assert.Equal(day, read);
        Assert.All((string[])["zh-CN", "en"], language => Assert.Equal(day, DateOnly.Parse(typed, CultureInfo.GetCultureInfo(language))));
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("04/07/2026")]
    [InlineData("4月7日")]
    [InlineData("年底前")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_day_is_not_read(string? typed) => Assert.False(Days.TryRead(typed, out _));

    /// <summary>The pattern as the page sends it to the browser.</summary>
    private static async Task<string> FieldAsync()
    {
        var html = await Drawn.Html<DateInput>(new { Name = "Due" });
        return System.Net.WebUtility.HtmlDecode(Pattern().Match(html).Groups[1].Value);
    }

    [GeneratedRegex("pattern=\"([^\"]+)\"")]
    private static partial Regex Pattern();
}

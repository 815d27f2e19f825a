using System.Globalization;
using Shuren.Ui;

namespace Shuren.Rooms.Tests.Ui;

/// <summary>Lines do not tear a number from what it counts.</summary>
public sealed class PhraseTests
{
    [Theory]
    [InlineData("青禾县2026年教育工作要点", "青禾县[2026年]教育工作要点")]
    [InlineData("4月17日前新增学位1\u00A0080个", "[4月17日]前新增学位[1\u00A0080个]")]
    [InlineData("评选县级精品课例40节", "评选县级精品课例[40节]")]
    [InlineData("达到58%以上", "达到[58%以上]")]
    [InlineData("提高2.6个百分点，还有3个工作日", "提高[2.6个百分点]，还有[3个]工作日")]
    [InlineData("123工程", "123工程")]
    [InlineData("2.1 扩大普惠性学前教育资源", "2.1 扩大普惠性学前教育资源")]
    [InlineData("“大思政课”<b>", "“大思政课”&lt;b&gt;")]
    public void A_quantity_is_held_together_and_markup_is_only_ours(string words, string held)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");

        var html = Phrase.Held(words).Value;

        Assert.Equal(held, System.Net.WebUtility.HtmlDecode(html.Replace("<span class=\"nowrap\">", "[", StringComparison.Ordinal).Replace("</span>", "]", StringComparison.Ordinal)).Replace("<b>", "&lt;b&gt;", StringComparison.Ordinal));
    }

    [Fact]
    public void On_an_English_page_Chinese_words_say_that_they_are_Chinese()
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");

        Assert.Equal("<span lang=\"zh-CN\">扩优提质</span>", Phrase.Held("扩优提质").Value);
        Assert.Equal("Calendar", Phrase.Held("Calendar").Value);
    }
}

using Shuren.Platform.Search;

namespace Shuren.Rooms.Tests.Platform.Search;

public class SearchWordsTests
{
    [Theory]
    [InlineData("实验 小学", "实验小学")]
    [InlineData("“ＳＴＥＭ”教育（2026）", "stem教育2026")]
    [InlineData("①②", "12")]
    [InlineData("𠮷林", "𠮷林")]
    public void Words_are_compared_without_gaps_signs_and_widths(string text, string folded) => Assert.Equal(folded, Folding.Of(text));

    [Theory]
    [InlineData("青禾县实验小学", "qhxsyxx")]
    [InlineData("重庆路小学", "cqlxx")]
    [InlineData("重点工程", "zdgc")]
    [InlineData("长春路", "ccl")]
    [InlineData("校长", "xz")]
    [InlineData("单雄信", "sxx")]
    [InlineData("单位", "dw")]
    [InlineData("曾国强", "zgq")]
    [InlineData("仇英", "qy")]
    [InlineData("音乐", "yy")]
    [InlineData("快乐", "kl")]
    [InlineData("STEM教育", "stemjy")]
    public void Initials_know_surnames_places_and_common_words(string title, string initials) => Assert.Contains(initials, Initials.Readings(Folding.Of(title)));

    [Fact]
    public void Every_character_of_GB_2312_has_an_initial()
    {
        var gb2312 = System.Text.CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var characters = from high in Enumerable.Range(0xB0, 0xF8 - 0xB0) from low in Enumerable.Range(0xA1, 0xFF - 0xA1) where high != 0xD7 || low < 0xFA select gb2312.GetString([(byte)high, (byte)low]);

        Assert.Empty(characters.Where(character => Initials.Of(character[0]) is not { Length: > 0 }));
    }

    [Fact]
    public void A_title_of_many_readings_stays_small() => Assert.InRange(Initials.Readings(new string('长', 40)).Count, 2, Initials.MostReadings);

    [Theory]
    [InlineData(null, "SearchEmpty")]
    [InlineData(" 。 ", "SearchEmpty")]
    [InlineData("学 实验", "SearchShort")]
    [InlineData("一二 三四 五六 七八 九十 百千", "SearchLong")]
    public void What_cannot_be_looked_for_is_said(string? typed, string code) => Assert.Equal(code, Assert.Single(SearchTerms.Of(typed).Refusals).Code);

    [Fact]
    public void What_was_looked_for_is_marked_in_title_and_excerpt()
    {
        var title = Marks.Of("青禾县“实验”小学", ["实验小"], byInitials: true);
        var initials = Marks.Of("青禾县实验小学", ["syxx"], byInitials: true);
        var excerpt = Marks.Excerpt(new string('甲', 50) + "消防安全" + new string('乙', 200), ["防安"]);

        Assert.Equal(["青禾县“", "[实验]", "”", "[小]", "学"], title.Select(Shown));
        Assert.Equal(["青禾县", "[实验小学]"], initials.Select(Shown));
        Assert.Equal(["…", new string('甲', 19) + "消", "[防安]"], excerpt.Take(3).Select(Shown));
        Assert.Equal("…", excerpt[^1].Words);
        Assert.Empty(Marks.Excerpt("没有", ["防安"]));
    }

    private static string Shown(MarkedPiece piece) => piece.IsHit ? $"[{piece.Words}]" : piece.Words;
}

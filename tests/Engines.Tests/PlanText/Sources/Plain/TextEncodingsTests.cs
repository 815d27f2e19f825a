using System.Text;

namespace Shuren.Engines.Tests.PlanText.Sources.Plain;

public sealed class TextEncodingsTests
{
    public static TheoryData<string, byte[]> Encoded()
    {
        var gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;
        return new()
        {
            { "UTF-8", Encoding.UTF8.GetBytes(Samples.Plan) },
            { "UTF-8 with mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Samples.Plan)] },
            { "GB18030", gb18030.GetBytes(Samples.Plan) },
            { "UTF-16 LE", Encoding.Unicode.GetBytes(Samples.Plan) },
            { "UTF-16 LE with mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Samples.Plan)] },
            { "UTF-16 BE", Encoding.BigEndianUnicode.GetBytes(Samples.Plan) },
            { "UTF-16 BE with mark", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Samples.Plan)] },
        };
    }

    [Theory]
    [MemberData(nameof(Encoded))]
    public async Task Every_encoding_gives_the_same_text(string encoding, byte[] bytes)
    {
        var text = await Reading.Text(bytes, "要点.txt");

        Assert.True(Samples.Plan == text.Text, encoding);
    }

    [Fact]
    public async Task Characters_beyond_GBK_survive()
    {
        const string words = "青禾县𠮷祥小学㐂乐园";
        var bytes = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(words);

        Assert.Equal(words, (await Reading.Text(bytes, "a.txt")).Text);
    }

    [Fact]
    public async Task A_text_cut_off_inside_a_character_is_still_read()
    {
        var bytes = Encoding.UTF8.GetBytes(Samples.Plan);

        var text = await Reading.Text(bytes[..^10], "a.txt");

        Assert.StartsWith(Samples.Plan[..^5], text.Text);
    }

    [Theory]
    [InlineData("gb2312")]
    [InlineData("gbk")]
    public async Task A_web_page_in_GBK_is_read_by_what_its_head_declares(string charset)
    {
        var html = $"<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\"></head><body><p>青禾县教育局</p></body></html>";

        var text = await Reading.Text(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(html), "a.html");

        Assert.Equal(["青禾县教育局"], text.Lines());
    }

    [Fact]
    public async Task A_web_page_in_UTF_8_that_declares_GBK_is_read_all_the_same()
    {
        var text = await Reading.Text("<html><head><meta charset=gb2312></head><body><p>青禾县教育局</p></body></html>", "a.html");

        Assert.Equal(["青禾县教育局"], text.Lines());
    }

    [Fact]
    public async Task A_web_page_in_GBK_that_declares_nothing_is_not_taken_for_broken_UTF_8()
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat("<div class='content'></div>", 500)) + "<p>青禾县教育局</p></body></html>";

        var text = await Reading.Text(CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(html), "a.html");

        Assert.Equal(["青禾县教育局"], text.Lines());
    }
}

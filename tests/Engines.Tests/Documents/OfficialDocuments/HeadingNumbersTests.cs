using Shuren.Documents.OfficialDocuments.Writing;

namespace Shuren.Engines.Tests.Documents.OfficialDocuments;

public sealed class HeadingNumbersTests
{
    [Fact]
    public void A_heading_begins_the_count_below_it_anew()
    {
        var numbers = new HeadingNumbers();

        var printed = new[] { 1, 2, 2, 3, 4, 4, 3, 1, 2, 4 }.Select(numbers.Next);

        Assert.Equal(["一、", "（一）", "（二）", "1.", "（1）", "（2）", "2.", "二、", "（一）", "（1）"], printed);
    }

    [Theory]
    [InlineData(9, "九")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    [InlineData(105, "一〇五")]
    public void Numbers_are_said_in_words(int number, string words) => Assert.Equal(words, HeadingNumbers.Chinese(number));
}

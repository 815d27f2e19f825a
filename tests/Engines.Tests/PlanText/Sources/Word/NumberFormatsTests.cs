using Shuren.PlanText.Sources.Word;

namespace Shuren.Engines.Tests.PlanText.Sources.Word;

public sealed class NumberFormatsTests
{
    [Theory]
    [InlineData(1, "chineseCounting", "一")]
    [InlineData(10, "chineseCountingThousand", "十")]
    [InlineData(12, "chineseCounting", "十二")]
    [InlineData(20, "chineseCounting", "二十")]
    [InlineData(105, "chineseCounting", "一百零五")]
    [InlineData(110, "chineseCounting", "一百一十")]
    [InlineData(1001, "chineseCounting", "一千零一")]
    [InlineData(1010, "chineseCounting", "一千零一十")]
    [InlineData(3, "chineseLegalSimplified", "叁")]
    [InlineData(2, "ideographTraditional", "乙")]
    [InlineData(20, "decimalEnclosedCircle", "⑳")]
    [InlineData(21, "decimalEnclosedCircle", "21")]
    [InlineData(3, "decimalEnclosedParen", "⑶")]
    [InlineData(12, "decimalFullWidth", "１２")]
    [InlineData(28, "lowerLetter", "bb")]
    [InlineData(4, "upperRoman", "IV")]
    [InlineData(1999, "lowerRoman", "mcmxcix")]
    [InlineData(0, "chineseCounting", "0")]
    [InlineData(7, "unheardOf", "7")]
    public void A_number_is_written_as_Word_writes_it(int number, string format, string shown) =>
        Assert.Equal(shown, NumberFormats.Write(number, format));
}

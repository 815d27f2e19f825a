using System.Globalization;
using Shuren.Kernel;
using Xunit;

namespace Shuren.Rooms.Tests.Kernel;

public sealed class SentencesTests
{
    [Theory]
    [InlineData(0, "0 tasks wait")]
    [InlineData(1, "1 task waits")]
    [InlineData(2, "2 tasks wait")]
    [InlineData(11, "11 tasks wait")]
    public void A_count_chooses_its_word(int count, string said) => Assert.Equal(said, Sentences.Filled("{0} {0:task waits|tasks wait}", count));

    [Fact]
    public void A_count_that_is_already_written_chooses_its_word_too() =>
        Assert.Equal("1 row, 12 987 fields", Sentences.Filled("{0} {0:row|rows}, {1} {1:field|fields}", "1", "12 987"));

    [Fact]
    public void Other_gaps_are_filled_as_the_culture_writes_them()
    {
        var was = CultureInfo.CurrentCulture;
        try
        {
            foreach (var culture in new[] { "zh-CN", "en-GB", "de-DE" })
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                var day = new DateOnly(2026, 11, 28);
                Assert.Equal(string.Format(CultureInfo.CurrentCulture, "{0:N2} {1:yyyy-MM} {2} {3}", 1234.5, day, day, null), Sentences.Filled("{0:N2} {1:yyyy-MM} {2} {3}", 1234.5, day, day, null));
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = was;
        }
    }
}

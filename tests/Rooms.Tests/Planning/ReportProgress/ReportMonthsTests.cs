using Shuren.Planning.ReportProgress;

namespace Shuren.Rooms.Tests.Planning.ReportProgress;

public class ReportMonthsTests
{
    [Fact]
    public void Months_that_passed_without_a_word_are_not_reported()
    {
        var missing = ReportMonths.Missing(new(2026, 2, 16), [new(2026, 3, 31), new(2026, 5, 2)], new(2026, 6, 1));

        Assert.Equal([new(2026, 2, 1), new(2026, 4, 1)], missing);
    }

    [Theory]
    [InlineData(24, false)]
    [InlineData(25, true)]
    public void The_months_report_is_asked_for_from_the_twenty_fifth(int day, bool asked)
    {
        Assert.Equal(asked, ReportMonths.IsAskedFor([new(2026, 3, 30)], new(2026, 4, day)));
        Assert.False(ReportMonths.IsAskedFor([new(2026, 4, 1)], new(2026, 4, day)));
    }
}

using System.Text.RegularExpressions;
using Shuren.Rooms.Tests.Ui;

namespace Shuren.Rooms.Tests.Kernel;

/// <summary>Whoever needs working days asks the one contract; nobody reckons for himself.</summary>
public partial class OneCalendarTests
{
    // Where the rule and its data live, and components that are given a calendar.
    private static readonly string[] Allowed = ["foundation/Kernel/", "foundation/Ui/", "modules/Organization/KeepCalendar/", "modules/Organization/KeepSchoolYears/"];

    [Fact]
    public void No_room_counts_weekends_or_makes_a_calendar_of_its_own()
    {
        var sources = Path.Combine(Repository.Root, "src");
        var own = Directory.EnumerateFiles(sources, "*.*", SearchOption.AllDirectories).Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(sources, file).Replace('\\', '/')).Where(file => !Allowed.Any(file.StartsWith))
            .Where(file => Reckons().IsMatch(File.ReadAllText(Path.Combine(sources, file))));

        Assert.Empty(own);
    }

    [Fact]
    public void The_look_would_find_one() =>
        Assert.Matches(Reckons(), "var free = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;");

    // A job of every Sunday counts no working days.
    [GeneratedRegex(@"(?<!Recurrence\.Weekly\()DayOfWeek\.(Saturday|Sunday)|WorkingCalendar\.WithoutHolidays|new WorkingCalendar\(")]
    private static partial Regex Reckons();
}

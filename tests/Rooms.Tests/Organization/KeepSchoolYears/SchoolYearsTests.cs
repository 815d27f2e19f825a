using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepSchoolYears;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.KeepSchoolYears;

/// <summary>School years run from 1 September to 31 August; their terms are the district's.</summary>
public class SchoolYearsTests
{
    private static readonly WantedTerm[] Usual = [new("第一学期", new(2026, 9, 1), new(2027, 1, 29)), new("第二学期", new(2027, 2, 22), new(2027, 7, 9)), new("", null, null)];

    [Theory]
    [InlineData("2025-08-31", 2024)]
    [InlineData("2025-09-01", 2025)]
    [InlineData("2026-08-31", 2025)]
    public void A_day_lies_in_the_school_year_that_began_in_September(string day, int year)
    {
        Assert.Equal(year, Period.SchoolYearOf(DateOnly.Parse(day)));
        Assert.True(Period.SchoolYear(year).Contains(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Terms_are_set_changed_and_asked_for_by_day(TestDatabase database)
    {
        await using var people = await People.InAsync(database);
        People.Good(await SetAsync(people, Usual));
        People.Good(await SetAsync(people, [Usual[0] with { Last = new(2027, 1, 22) }, Usual[1]]));

        var years = await people.As<ISchoolYears, IReadOnlyDictionary<int, SchoolYearCard>>("principal", years => years.FindAsync([2025, 2026], people.Ct));

        Assert.Empty(years[2025].Terms);
        Assert.Equal(["第一学期", "第二学期"], years[2026].Terms.Select(term => term.Name));
        Assert.Equal("第一学期", years[2026].TermOf(new(2027, 1, 22))!.Name);
        Assert.Null(years[2026].TermOf(new(2027, 1, 25)));
    }

    [Fact]
    public async Task Terms_that_overlap_or_leave_the_year_are_refused()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal("TermOverlaps", People.Refused(await SetAsync(people, [Usual[0], Usual[1] with { First = new(2027, 1, 29) }])));
        Assert.Equal("TermOutside", People.Refused(await SetAsync(people, [Usual[0] with { First = new(2026, 8, 31) }])));
        Assert.Equal("TermDays", People.Refused(await SetAsync(people, [Usual[0] with { Last = null }])));
        Assert.Equal("TermName", People.Refused(await SetAsync(people, [Usual[0] with { Name = " " }])));
        Assert.Equal("TermsCount", People.Refused(await SetAsync(people, [])));
        Assert.Equal("CalendarNotYours", People.Refused(await people.As<SetTerms, Outcome<Done>>("teacher", act => act.RunAsync(2026, Usual, people.Ct))));
    }

    [Fact]
    public async Task The_page_shows_and_takes_them()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await site.SignInAsync("office");
        await office.OpenAsync("organization/school-years?year=2026");

        await office.SubmitAsync(new() { ["Form.Name1"] = "第一学期", ["Form.First1"] = "2026-09-01", ["Form.Last1"] = "2027-01-29", ["Form.Name2"] = "第二学期", ["Form.First2"] = "2027-02-22", ["Form.Last2"] = "2027-07-09" });

        Assert.Contains("第二学期：2027年2月22日至2027年7月9日", office.Words, StringComparison.Ordinal);
        Assert.Contains("2027年的节假日安排", office.Words, StringComparison.Ordinal);
    }

    private static Task<Outcome<Done>> SetAsync(People people, IReadOnlyList<WantedTerm> terms) =>
        people.As<SetTerms, Outcome<Done>>("office", act => act.RunAsync(2026, terms, people.Ct));
}

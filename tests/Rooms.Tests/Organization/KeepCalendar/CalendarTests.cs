using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Organization.KeepCalendar;
using Shuren.Planning;
using Shuren.Planning.Model;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Organization.KeepCalendar;

/// <summary>The district's calendar: above the national one, dated, audited, and with it move the deadlines.</summary>
public class CalendarTests
{
    // 15 and 16 April 2026 are a Wednesday and a Thursday.
    private static readonly DayChange[] Fair = [new(new(2026, 4, 16), false, "县庆", true), new(new(2026, 4, 18), true, "补班", true)];

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_districts_own_days_stand_above_the_national_ones_and_in_the_audit(TestDatabase database)
    {
        await using var people = await People.InAsync(database);

        Assert.Equal(2, People.Good(await ApplyAsync(people, Fair)));

        var calendar = await CalendarAsync(people);
        Assert.False(calendar.IsWorkingDay(new(2026, 4, 16)));
        Assert.True(calendar.IsWorkingDay(new(2026, 4, 18)));
        var act = await people.LastActAsync();
        Assert.Equal(("organization.change-calendar", "县政府办公室通知", "周晓岚"), (act.Kind, act.Why, act.ActorName));
        Assert.All(await people.Look(db => db.CalendarDays.AsNoTracking().ToListAsync()), day => Assert.Equal(new DateOnly(2026, 4, 15), day.SetOn));
    }

    [Fact]
    public async Task Taking_the_districts_word_back_gives_the_national_day_again()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var day = new DateOnly(2026, 5, 9); // a Saturday that the nation works
        People.Good(await ApplyAsync(people, [new(day, false, "不调休", true)]));
        Assert.False((await CalendarAsync(people)).IsWorkingDay(day));

        People.Good(await ApplyAsync(people, [new(day, null, "", false)]));

        Assert.True((await CalendarAsync(people)).IsWorkingDay(day));
        Assert.Empty(await people.Look(db => db.CalendarDays.ToListAsync()));
    }

    [Fact]
    public async Task One_local_day_does_not_make_a_year_known_but_the_administrators_word_does()
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        People.Good(await ApplyAsync(people, [new(new(2027, 3, 12), false, "植树", true)]));
        Assert.False((await CalendarAsync(people)).Knows(2027));

        People.Good(await people.As<ApplyCalendar, Outcome<int>>("system", act => act.RunAsync([new(new(2027, 1, 1), false, "元旦", false)], "国办通知", 2027, people.Ct)));

        Assert.True((await CalendarAsync(people)).Knows(2027));
        Assert.Equal("CalendarNothing", People.Refused(await people.As<ApplyCalendar, Outcome<Done>>("system", act => act.CompleteAsync(2028, "国办通知", people.Ct))));
    }

    [Fact]
    public async Task Before_it_is_written_one_sees_which_deadlines_move_and_then_they_do()
    {
        await using var acts = await Shuren.Rooms.Tests.Planning.Acts.RunningAsync(TestDatabase.Sqlite);
        var people = People.Of(acts.House, acts.County);
        var step = People.Good(await people.As<TakeDispatchStep, Outcome<Guid>>("office", act => act.RunAsync(acts.Task("2.2").Id, new(Rung.Reminder, "初稿已逾期，请说明。"), people.Ct)));
        var answerBy = await AnswerByAsync(people, step);

        var preview = People.Good(await people.As<PreviewCalendar, Outcome<CalendarPreview>>("office", look => look.RunAsync([Fair[0]], people.Ct)));

        // 3.1 is due on Friday the 17th: two working days from the 15th, one once the 16th is free.
        var due = Assert.Single(preview.Moved, deadline => deadline.Title.StartsWith("3.1 ", StringComparison.Ordinal) && deadline.DueBefore == new DateOnly(2026, 4, 17));
        Assert.Equal((2, 1, due.DueBefore), (due.LeftBefore, due.LeftAfter, due.DueAfter));
        var answer = Assert.Single(preview.Moved, deadline => deadline.DueBefore != deadline.DueAfter);
        Assert.Equal((answerBy, answerBy), (answer.DueBefore, await AnswerByAsync(people, step)));
        People.Good(await ApplyAsync(people, [Fair[0]]));
        Assert.Equal(answer.DueAfter, await AnswerByAsync(people, step));
    }

    [Theory]
    [InlineData("2026-10-31", "")]
    [InlineData("2026-11-01", "2027")]
    [InlineData("2027-01-04", "2027")]
    [InlineData("2027-11-01", "2027 2028")]
    public async Task From_November_on_the_administrator_is_asked_for_the_next_year(string today, string years)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);
        var day = DateOnly.Parse(today);

        var todos = await TodosAsync(people, "system", day);
        var nobody = await TodosAsync(people, "principal", day);

        Assert.Equal(years, string.Join(' ', todos.Select(todo => todo.Href[^4..])));
        Assert.Empty(nobody);
    }

    [Theory]
    [InlineData("principal", "CalendarNotYours")]
    [InlineData("audit", "CalendarNotYours")]
    public async Task Only_who_keeps_the_calendar_changes_it(string who, string refusal)
    {
        await using var people = await People.InAsync(TestDatabase.Sqlite);

        Assert.Equal(refusal, People.Refused(await people.As<ApplyCalendar, Outcome<int>>(who, act => act.RunAsync(Fair, "通知", null, people.Ct))));
    }

    [Fact]
    public void A_workbook_comes_back_as_it_went_out_and_a_csv_with_the_usual_words_too()
    {
        KeptDay[] kept = [new(new(2027, 2, 6), false, "春节", DayOrigin.Entered, null), new(new(2027, 2, 20), true, "春节", DayOrigin.Entered, null), new(new(2027, 5, 20), false, "县庆", DayOrigin.Local, null)];
        var expected = kept.Select(day => new DayChange(day.Day, day.Works, day.Name, day.Origin == DayOrigin.Local)).ToList();

        var excel = People.Good(CalendarSheet.Read(new MemoryStream(CalendarSheet.Write(2027, kept)), "a.xlsx"));
        var csv = People.Good(CalendarSheet.Read(new MemoryStream(Encoding.UTF8.GetBytes("date,kind,holiday,local\n2027-02-06,off,春节,\n2027/2/20,work,春节,否\n2027年5月20日,休,县庆,是\n")), "a.csv"));

        Assert.Empty(excel.Problems);
        Assert.Equal(expected, excel.Days);
        Assert.Empty(csv.Problems);
        Assert.Equal(expected, csv.Days);
    }

    [Fact]
    public void Rows_that_cannot_be_taken_are_named_by_their_cells()
    {
        var read = People.Good(CalendarSheet.Read(new MemoryStream(Encoding.UTF8.GetBytes("日期,休或班,名称\n2027-13-01,休,元旦\n2027-01-02,也许,元旦\n2027-01-03,休,\n2027-01-04,休,元旦\n2027-01-04,班,元旦\n")), "a.csv"));

        Assert.Equal(["A2", "B3", "C4", ""], read.Problems.Select(problem => problem.Cell));
    }

    [Fact]
    public async Task The_pages_lead_from_typing_over_the_check_to_the_calendar()
    {
        await using var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        using var office = await site.SignInAsync("office");
        await office.OpenAsync("organization/calendar?year=2027");
        Assert.Contains("2027年的节假日安排还没有录入", office.Words, StringComparison.Ordinal);

        await office.SubmitAsync(new() { ["Form.First"] = "2027-02-06", ["Form.Last"] = "2027-02-12", ["Form.Kind"] = "off", ["Form.Name"] = "春节" });
        Assert.Contains("将改动7天", office.Words, StringComparison.Ordinal);
        await office.SubmitAsync(new() { ["Apply.Why"] = "国务院办公厅通知", ["Apply.Completes"] = "true" });

        Assert.Contains("2027年2月8日", office.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("还没有录入", office.Words, StringComparison.Ordinal);
        var sheet = WorkbookReader.Read(new MemoryStream(await office.FetchAsync("organization/calendar/2027.xlsx")), "a.xlsx");
        Assert.Contains(sheet.Sheets[0].Rows, row => row.Cells.Any(cell => cell.Text == "春节"));
    }

    private static Task<Outcome<int>> ApplyAsync(People people, IReadOnlyList<DayChange> days) =>
        people.As<ApplyCalendar, Outcome<int>>("office", act => act.RunAsync(days, "县政府办公室通知", null, people.Ct));

    private static Task<WorkingCalendar> CalendarAsync(People people) => people.As<IWorkingDays, WorkingCalendar>("office", days => days.CalendarAsync(people.Ct));

    private static async Task<IReadOnlyList<Todo>> TodosAsync(People people, string who, DateOnly day)
    {
        await using var scope = await people.House.EnterAsAsync(people.County.AccountId(who));
        var source = scope.ServiceProvider.GetServices<ITodoSource>().OfType<CalendarTodos>().Single();
        return await source.ForAsync(scope.ServiceProvider.GetRequiredService<Actor>(), day, people.Ct);
    }

    private static async Task<DateOnly> AnswerByAsync(People people, Guid step)
    {
        await using var scope = people.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<PlanningDb>().DispatchSteps.Where(row => row.Id == step).Select(row => row.AnswerBy).SingleAsync(people.Ct);
    }
}

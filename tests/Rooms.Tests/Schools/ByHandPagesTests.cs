using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel.Identifiers;
using Shuren.Rooms.Tests.Schools.ImportRolls;
using Shuren.Schools;
using Shuren.Schools.Generate;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools;

/// <summary>The forms of a school's secretary as a browser fills them, without script.</summary>
public sealed class ByHandPagesTests
{
    [Fact]
    public async Task A_teacher_is_entered_mended_and_changed_and_a_wrong_day_comes_back_filled_in()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignInAsync("principal");
        var number = RollWorld.IdOf(1, "19880305");

        await browser.OpenAsync("schools/teachers/new");
        await browser.SubmitAsync(new()
        {
            ["Form.Name"] = "范小山", ["Form.Sex"] = CitizenNumber.IsMale(number) == true ? "Male" : "Female", ["Form.BornOn"] = "1988-03-05", ["Form.IdNumber"] = number, ["Form.StaffNumber"] = "T00001",
            ["Form.Stage"] = "Primary", ["Form.Subject"] = "2", ["Form.From"] = "2020-09-01",
        });
        var page = browser.Path;
        Assert.Contains("范小山", browser.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(number, browser.Words, StringComparison.Ordinal);

        await browser.OpenAsync(page + "/edit");
        await browser.SubmitAsync(new() { ["Form.Name"] = "范晓山" });
        Assert.Contains("范晓山", browser.Words, StringComparison.Ordinal);
        await browser.OpenAsync(page + "/post");
        await browser.SubmitAsync(new() { ["Form.Subject"] = "3", ["Form.How"] = "change", ["Form.From"] = "2030-01-01" });
        Assert.Contains("更早的请按填错更正", browser.Words, StringComparison.Ordinal);
        Assert.Equal("3", browser.Page.QuerySelector("select[name='Form.Subject'] option[selected]")!.GetAttribute("value"));
        await browser.SubmitAsync(new() { ["Form.From"] = "2026-03-02" });
        Assert.Equal(page, browser.Path);
        await browser.OpenAsync(page + "/standing");
        await browser.SubmitAsync(new() { ["Form.Title"] = "First", ["Form.How"] = "change", ["Form.From"] = "2025-12-01" });
        Assert.Equal(page, browser.Path);
        await browser.OpenAsync(page + "/move");
        await browser.SubmitAsync(new() { ["Form.Act"] = "Retire", ["Form.On"] = "2026-04-10", ["Form.Why"] = "到龄退休" });
        Assert.Equal(page, browser.Path);
        await browser.OpenAsync(page + "/move");
        Assert.Equal(HttpStatusCode.NotFound, browser.Status);
    }

    [Fact]
    public async Task A_room_and_the_premises_are_typed_as_people_type_numbers()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignInAsync("principal");
        var school = site.County.UnitId("青禾县实验小学");

        await browser.OpenAsync("schools/rooms/new");
        await browser.SubmitAsync(new() { ["Form.Code"] = "样301", ["Form.Kind"] = "Music", ["Form.Area"] = "九十", ["Form.Seats"] = "５０" });
        Assert.Contains("请填写数字", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Form.Area"] = "96.5" });
        var room = browser.Path;
        Assert.Contains("样301", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Form.Area"] = "98", ["Form.How"] = "mend" });
        Assert.Equal(room, browser.Path);
        await browser.OpenAsync(room + "/end");
        await browser.SubmitAsync(new() { ["Form.On"] = "2026-04-01" });
        await browser.OpenAsync($"schools/rooms?school={school:N}");
        Assert.DoesNotContain("样301", browser.Words, StringComparison.Ordinal);

        await browser.OpenAsync($"schools/{school:N}/premises");
        await browser.SubmitAsync(new() { ["Form.SiteArea"] = "20,000.5", ["Form.FloorArea"] = "8000", ["Form.TeachingArea"] = "9000", ["Form.How"] = "change", ["Form.From"] = "2026-04-10" });
        Assert.Contains("比总面积还大", browser.Words, StringComparison.Ordinal);
        Assert.Equal("20,000.5", browser.Page.QuerySelector("input[name='Form.SiteArea']")!.GetAttribute("value"));
        await browser.SubmitAsync(new() { ["Form.TeachingArea"] = "5000" });
        Assert.Equal($"schools/{school:N}", browser.Path);
        await using var scope = site.House.Enter();
        Assert.Equal(2_000_050, (await scope.ServiceProvider.GetRequiredService<SchoolsDb>().Premises.SingleAsync(row => row.SchoolId == school && row.Until == null)).SiteArea);
    }

    [Fact]
    public async Task Care_is_entered_without_being_shown_and_ended_after_a_look_with_a_purpose()
    {
        await using var site = await SiteAsync();
        using var browser = await site.SignInAsync("principal");
        var school = site.County.UnitId("青禾县实验小学");
        Guid pupil;
        await using (var scope = site.House.Enter())
        {
            var schools = scope.ServiceProvider.GetRequiredService<SchoolsDb>();
            pupil = await schools.Enrolments.Where(row => row.SchoolId == school && row.Until == null && !schools.Cares.Any(care => care.PupilId == row.PupilId)).OrderBy(row => row.PupilId).Select(row => row.PupilId).FirstAsync();
        }

        await browser.OpenAsync($"schools/pupils/{pupil:N}/care");
        await browser.SubmitAsync(new() { ["Form.Kind"] = "LeftBehind", ["Form.Detail"] = "父母在外务工", ["Form.Since"] = "2026-03-01" });
        Assert.DoesNotContain("父母在外务工", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Form.Purpose"] = "核对关爱台账" }, "#care form");
        Assert.Contains("父母在外务工", browser.Words, StringComparison.Ordinal);
        var end = browser.Page.QuerySelector("a[href*='/cares/']")!.GetAttribute("href")!;
        await browser.OpenAsync(end);
        Assert.DoesNotContain("父母在外务工", browser.Words, StringComparison.Ordinal);
        await browser.SubmitAsync(new() { ["Form.How"] = "change", ["Form.On"] = "2026-04-01" });

        await using var looking = site.House.Enter();
        Assert.Equal(new DateOnly(2026, 4, 1), (await looking.ServiceProvider.GetRequiredService<SchoolsDb>().Cares.SingleAsync(care => care.PupilId == pupil)).Until);
    }

    private static async Task<TestSite> SiteAsync()
    {
        var site = await TestSite.StartAsync(TestDatabase.Sqlite);
        await using var scope = site.House.Enter();
        Assert.True((await scope.ServiceProvider.GetRequiredService<GenerateDistrict>().RunAsync(new(240, 6, 1, 2025), null, CancellationToken.None)).Succeeded);
        return site;
    }
}

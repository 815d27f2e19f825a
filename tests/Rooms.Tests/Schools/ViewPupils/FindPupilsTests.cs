using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.ViewPupils;
using Shuren.Schools.ViewSchools;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.ViewPupils;

/// <summary>The roll: page by page everybody once, within the reader's schools, masked.</summary>
public class FindPupilsTests
{
    private static readonly PupilFilter All = new(null, null, null, "", null);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Pages_show_every_pupil_once(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        Assert.Equal((await district.AskAsync("select pupil_id from schools_enrolments where until is null order by 1")).Order(), (await PagesAsync(district, All)).Select(Id).Order());
        var school = Guid.Parse((await district.AskAsync("select school_id from schools_enrolments group by school_id order by count(*) desc limit 1"))[0]);
        Assert.Equal((await district.AskAsync($"select pupil_id from schools_enrolments where until is null and upper(cast(school_id as text)) = '{school.ToString().ToUpperInvariant()}'")).Order(),
            (await PagesAsync(district, All with { School = school })).Select(Id).Order());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Beginnings_of_names_initials_and_whole_numbers_are_found(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        Assert.Equal((await district.AskAsync("select id from schools_pupils where name like '王%'")).Order(), (await PagesAsync(district, All with { Words = "王" })).Select(Id).Order());
        Assert.Equal((await district.AskAsync("select id from schools_pupils where initials like 'lz%'")).Order(), (await PagesAsync(district, All with { Words = "lz" })).Select(Id).Order());
        var known = (await district.AskAsync("select id, id_number from schools_pupils order by id limit 1"))[0].Split('|');
        Assert.Equal([known[0]], (await PagesAsync(district, All with { Words = known[1] })).Select(Id));
        Assert.Empty(await PagesAsync(district, All with { Words = "%" }));
    }

    [Fact]
    public async Task Nothing_in_the_list_is_unmasked()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);

        Assert.All(await PagesAsync(district, All), line => Assert.Matches("^[0-9]••••[0-9X]$", line.IdNumber));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_principal_sees_the_own_school_a_section_all(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var own = district.County.UnitId("青禾县实验小学");

        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        var page = await principal.ServiceProvider.GetRequiredService<FindPupils>().RunAsync(All, FindPupils.PageSize, CancellationToken.None);
        Assert.NotEmpty(page.Rows);
        Assert.All(page.Rows, row => Assert.Equal(own, row.SchoolId));
        Assert.Equal([own], (await principal.ServiceProvider.GetRequiredService<FindSchools>().RunAsync(new(null, null, ""), CancellationToken.None)).Select(row => row.Id));

        await using var section = await district.House.EnterAsAsync(district.County.AccountId("staff-basic"));
        Assert.Equal(14, (await section.ServiceProvider.GetRequiredService<FindSchools>().RunAsync(new(null, null, ""), CancellationToken.None)).Count);
    }

    [Fact]
    public async Task A_pupil_of_another_school_is_not_there()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        var own = district.County.UnitId("青禾县实验小学").ToString().ToUpperInvariant();
        var other = Guid.Parse((await district.AskAsync($"select pupil_id from schools_enrolments where school_id <> '{own}' limit 1"))[0]);

        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));

        Assert.Null(await principal.ServiceProvider.GetRequiredService<ReadPupil>().RunAsync(other, CancellationToken.None));
        Assert.Equal("NotYours", (await principal.ServiceProvider.GetRequiredService<SeePupil>().RunAsync(other, "要打电话", CancellationToken.None)).Refusals[0].Code);
        Assert.Equal("NotYours", (await principal.ServiceProvider.GetRequiredService<SeeCare>().RunAsync(other, "要打电话", CancellationToken.None)).Refusals[0].Code);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_look_needs_a_purpose_and_stands_in_the_audit(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var own = district.County.UnitId("青禾县实验小学").ToString().ToUpperInvariant();
        var known = (await district.AskAsync($"select p.id, p.id_number from schools_pupils p join schools_enrolments e on e.pupil_id = p.id where upper(cast(e.school_id as text)) = '{own}' order by p.id limit 1"))[0].Split('|');
        await using var principal = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        var see = principal.ServiceProvider.GetRequiredService<SeePupil>();

        Assert.Equal("PurposeMissing", (await see.RunAsync(Guid.Parse(known[0]), " ", CancellationToken.None)).Refusals[0].Code);
        var seen = await see.RunAsync(Guid.Parse(known[0]), "办理转学核对", CancellationToken.None);

        Assert.Equal(known[1], seen.Value["idNumber"]);
        Assert.Equal(1, await district.CountAsync("select count(*) from platform_processes where kind = 'schools.unmask' and why = '办理转学核对'"));
        var care = await principal.ServiceProvider.GetRequiredService<SeeCare>().RunAsync(Guid.Parse(known[0]), "核对关爱台账", CancellationToken.None);
        Assert.True(care.Succeeded);
        Assert.Equal(2, await district.CountAsync("select count(*) from platform_processes where kind = 'schools.unmask'"));
    }

    private static string Id(PupilLine line) => line.Id.ToString().ToUpperInvariant();

    private static async Task<List<PupilLine>> PagesAsync(GeneratedDistrict district, PupilFilter filter)
    {
        await using var scope = district.House.Enter();
        var find = scope.ServiceProvider.GetRequiredService<FindPupils>();
        var lines = new List<PupilLine>();
        while (true)
        {
            var page = await find.RunAsync(filter, FindPupils.PageSize, CancellationToken.None);
            lines.AddRange(page.Rows);
            if (page.Next is null)
                return lines;
            Assert.Equal(FindPupils.PageSize, page.Rows.Count);
            filter = filter with { After = page.Next };
        }
    }
}

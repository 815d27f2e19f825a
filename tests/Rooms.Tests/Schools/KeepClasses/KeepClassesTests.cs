using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Schools.KeepClasses;
using Shuren.Schools.Model;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.KeepClasses;

/// <summary>Classes by hand: what is refused and why, and what stands afterwards.</summary>
public class KeepClassesTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_school_adds_a_class_with_its_usual_name_and_none_twice(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var own = district.County.UnitId("青禾县实验小学");

        var added = await AddAsync(district, own, new(13, 77, "", ClassKind.Ordinary, null));

        Assert.True(added.Succeeded);
        Assert.Equal(["三年级77班|2025|2025-09-01|"], await district.AskAsync("select name, school_year, since, until from schools_classes where number = 77"));
        Assert.Equal("ClassNumberTaken", Code(await AddAsync(district, own, new(13, 77, "三年级另一班", ClassKind.Ordinary, null))));
        Assert.Equal("ClassNameTaken", Code(await AddAsync(district, own, new(13, 78, "三年级77班", ClassKind.Ordinary, null))));
        Assert.Equal("ClassStage", Code(await AddAsync(district, own, new(21, 1, "", ClassKind.Ordinary, null))));
        Assert.Equal("ClassNumberForm", Code(await AddAsync(district, own, new(13, 0, "", ClassKind.Ordinary, null))));
        Assert.Equal("ClassHeadNotHere", Code(await AddAsync(district, own, new(13, 79, "", ClassKind.Ordinary, Guid.CreateVersion7()))));
        Assert.Equal("NotYours", Code(await AddAsync(district, district.County.UnitId("滨河实验学校"), new(13, 77, "", ClassKind.Ordinary, null))));
        Assert.Equal(1, await district.CountAsync("select count(*) from platform_processes where kind = 'schools.add-class'"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_mended_class_keeps_its_pupils_and_a_second_editor_is_told(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var (id, teacher) = await OneAsync(district);
        var pupils = await district.CountAsync($"select count(*) from schools_enrolments where {Is("class_id", id)}");

        Assert.Equal("", await EditAsync(district, id, new(0, 55, "星星班", ClassKind.Mixed, teacher), 0));
        Assert.Equal("EditedMeanwhile", await EditAsync(district, id, new(0, 56, "月亮班", ClassKind.Mixed, teacher), 0));

        Assert.Equal([$"星星班|Mixed|{teacher.ToString().ToUpperInvariant()}|1"], await district.AskAsync("select name, kind, head_teacher_id, version from schools_classes where number = 55"));
        Assert.Equal(pupils, await district.CountAsync($"select count(*) from schools_enrolments where {Is("class_id", id)}"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Who_led_a_class_stays_known_with_days_and_a_mistake_does_not(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var (id, _) = await OneAsync(district);
        var number = int.Parse((await district.AskAsync($"select number from schools_classes where {Is("id", id)}"))[0], System.Globalization.CultureInfo.InvariantCulture);
        var staff = (await district.AskAsync($"select distinct teacher_id from schools_teacher_posts where {Is("school_id", district.County.UnitId("青禾县实验小学"))} and until is null order by teacher_id limit 3")).ConvertAll(Guid.Parse);
        ClassDraft Led(Guid head, DateOnly? from) => new(0, number, "", ClassKind.Ordinary, head) { HeadFrom = from };

        Assert.Equal("", await EditAsync(district, id, Led(staff[0], null), null));
        Assert.Equal("PlaceDay", await EditAsync(district, id, Led(staff[1], new(2025, 9, 1)), null));
        Assert.Equal("PlaceDay", await EditAsync(district, id, Led(staff[1], new(2026, 4, 16)), null));
        Assert.Equal("", await EditAsync(district, id, Led(staff[1], new(2026, 2, 24)), null));
        Assert.Equal("", await EditAsync(district, id, Led(staff[2], null), null));

        Assert.Equal([$"{Text(staff[0])}|2025-09-01|2026-02-24"], await district.AskAsync($"select teacher_id, since, until from schools_former_heads where {Is("class_id", id)}"));
        Assert.Equal([$"{Text(staff[2])}|2026-02-24"], await district.AskAsync($"select head_teacher_id, head_since from schools_classes where {Is("id", id)}"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task A_class_ends_only_when_nobody_is_left_in_it(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var (full, _) = await OneAsync(district);
        var empty = (await AddAsync(district, district.County.UnitId("青禾县实验小学"), new(13, 77, "", ClassKind.Ordinary, null))).Value;

        Assert.Equal("ClassHasPupils", await EndAsync(district, full, new(2026, 4, 1)));
        Assert.Equal("ClassEndDay", await EndAsync(district, empty, new(2026, 4, 16)));
        Assert.Equal("", await EndAsync(district, empty, new(2026, 4, 1)));
        Assert.Equal("ClassEnded", await EndAsync(district, empty, new(2026, 4, 2)));

        Assert.Equal(1, await district.CountAsync("select count(*) from ds_classes where number = 77 and since <= '2026-03-31' and until > '2026-03-31'"));
        Assert.Equal(0, await district.CountAsync("select count(*) from ds_classes where number = 77 and since <= '2026-04-01' and (until is null or until > '2026-04-01')"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Page_by_page_every_class_comes_once(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await using var scope = district.House.Enter();
        var find = scope.ServiceProvider.GetRequiredService<FindClasses>();
        var seen = new List<Guid>();
        string? after = null;
        do
        {
            var view = await find.RunAsync(new(null, null, null, after), 7, CancellationToken.None);
            seen.AddRange(view.Rows.Select(row => row.Id));
            after = view.Next;
        }
        while (after is not null);

        Assert.Equal(await district.CountAsync("select count(*) from schools_classes"), seen.Count);
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(await district.AskAsync("select id from schools_classes order by school_id, grade, number"), seen.Select(id => id.ToString().ToUpperInvariant()));
    }

    private static async Task<Outcome<Guid>> AddAsync(GeneratedDistrict district, Guid school, ClassDraft draft)
    {
        await using var scope = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        return await scope.ServiceProvider.GetRequiredService<AddClass>().RunAsync(school, draft, null, CancellationToken.None);
    }

    private static async Task<string> EditAsync(GeneratedDistrict district, Guid id, ClassDraft draft, long? seen)
    {
        await using var scope = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        return Code(await scope.ServiceProvider.GetRequiredService<EditClass>().RunAsync(id, draft, seen, CancellationToken.None));
    }

    private static async Task<string> EndAsync(GeneratedDistrict district, Guid id, DateOnly on)
    {
        await using var scope = await district.House.EnterAsAsync(district.County.AccountId("principal"));
        return Code(await scope.ServiceProvider.GetRequiredService<EndClass>().RunAsync(id, on, CancellationToken.None));
    }

    private static async Task<(Guid Class, Guid Teacher)> OneAsync(GeneratedDistrict district)
    {
        var school = district.County.UnitId("青禾县实验小学").ToString().ToUpperInvariant();
        return (Guid.Parse((await district.AskAsync($"select id from schools_classes where upper(cast(school_id as text)) = '{school}' order by id limit 1"))[0]),
            Guid.Parse((await district.AskAsync($"select teacher_id from schools_teacher_posts where upper(cast(school_id as text)) = '{school}' order by teacher_id limit 1"))[0]));
    }
}

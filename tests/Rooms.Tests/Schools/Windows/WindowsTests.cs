using Shuren.Host;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.Windows;

/// <summary>The windows: documented as they are, and equal to what is counted from the tables by hand.</summary>
public class WindowsTests
{
    private const string Today = "'2026-04-01'";

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_column_is_documented_with_its_unit_and_meaning(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database, GeneratedDistrict.Order with { Pupils = 100, Schools = 10 });

        foreach (var window in House.Modules.SelectMany(module => module.Windows))
        {
            var columns = database == TestDatabase.Sqlite
                ? await district.AskAsync($"select name from pragma_table_info('{window.Name}')")
                : await district.AskAsync($"select column_name from information_schema.columns where table_schema = current_schema() and table_name = '{window.Name}' order by ordinal_position");
            Assert.Equal(columns, window.Columns.Select(column => column.Name));
            Assert.All(window.Columns, column => Assert.NotEqual("", column.Meaning));
            Assert.DoesNotContain(columns, column => column is "name" or "id_number" or "phone" or "address" or "pupil_number");
        }
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Counts_of_a_day_are_those_of_the_tables(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        Assert.Equal(1_500, await district.CountAsync($"select count(*) from ds_pupils where since <= {Today} and (until is null or until > {Today})"));
        Assert.Equal(0, await district.CountAsync("select count(*) from ds_pupils where since <= '2025-08-31' and (until is null or until > '2025-08-31')"));
        Assert.Equal(await district.AskAsync("select school_id, count(*) from schools_enrolments group by school_id order by 1"),
            await district.AskAsync($"select unit_id, count(*) from ds_pupils where since <= {Today} and (until is null or until > {Today}) group by unit_id order by 1"));
        Assert.Equal(await district.CountAsync("select count(*) from schools_teacher_posts"), await district.CountAsync($"select count(*) from ds_teachers where since <= {Today} and (until is null or until > {Today})"));
        Assert.Equal(14, await district.CountAsync($"select count(distinct unit_id) from ds_schools where since <= {Today} and (until is null or until > {Today})"));
        Assert.Equal(await district.CountAsync("select count(*) from schools_rooms"), await district.CountAsync("select count(*) from ds_rooms"));
        Assert.Equal(await district.CountAsync("select sum(hours) from schools_teacher_trainings"), await district.CountAsync("select sum(hours) from ds_trainings"));
        Assert.Equal(await district.CountAsync("select count(*) from schools_cares"), await district.CountAsync($"select count(*) from ds_cares where since <= {Today} and (until is null or until > {Today})"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_size_of_a_class_is_counted_child_by_child(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        Assert.Equal(await district.AskAsync("select c.id, (select count(*) from schools_enrolments e where e.class_id = c.id) from schools_classes c order by c.id"),
            await district.AskAsync($"select id, pupils from ds_classes where since <= {Today} and (until is null or until > {Today}) order by id"));
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Schools.TakeSnapshot;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.TakeSnapshot;

/// <summary>The rolls frozen on a day: the rows of that day, the same file for the same rows, nobody's name.</summary>
public class SnapshotTests
{
    private static readonly DateOnly Day = new(2025, 9, 20);

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task It_holds_the_rows_of_the_day_and_its_hash_is_the_files(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        var folder = TemporaryFolders.New("snapshots");

        var taken = await TakeAsync(district, Day, folder);

        Assert.Equal((1_500, 14), (taken.Pupils, taken.Schools));
        Assert.Equal(taken.Hash, await Shuren.Schools.TakeSnapshot.TakeSnapshot.HashAsync(taken.File, CancellationToken.None));
        Assert.True(File.GetAttributes(taken.File).HasFlag(FileAttributes.ReadOnly));
        Assert.Equal(1_500, await ScalarAsync(taken.File, "select count(*) from ds_pupils"));
        Assert.Equal(await district.CountAsync("select count(*) from schools_pupils where sex = 'Male'"), await ScalarAsync(taken.File, "select count(*) from ds_pupils where sex = 'Male'"));
        Assert.Equal(14, await ScalarAsync(taken.File, "select count(*) from ds_schools s join ds_units u on u.id = s.unit_id"));
        Assert.Equal(0, await ScalarAsync(taken.File, "select count(*) from sqlite_master where sql like '%id_number%' or sql like '%phone%'"));
        Assert.Equal(1, await district.CountAsync("select count(*) from schools_snapshots"));
    }

    [Fact]
    public async Task Taken_twice_it_is_the_same_file_and_before_the_roll_it_is_empty()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        var folder = TemporaryFolders.New("snapshots");

        var (first, second, early) = (await TakeAsync(district, Day, folder), await TakeAsync(district, Day, folder), await TakeAsync(district, new(2020, 9, 20), folder));

        Assert.Equal((first.File, first.Hash), (second.File, second.Hash));
        Assert.Equal(0, early.Pupils);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(first.File)!, "*.part"));
    }

    [Fact]
    public async Task The_future_is_not_frozen()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        await using var scope = district.House.Enter();

        var taken = await scope.ServiceProvider.GetRequiredService<Shuren.Schools.TakeSnapshot.TakeSnapshot>().RunAsync(new(2030, 9, 20), TemporaryFolders.New("snapshots"), CancellationToken.None);

        Assert.Equal("SnapshotFuture", taken.Refusals[0].Code);
    }

    private static async Task<Shuren.Schools.TakeSnapshot.TakeSnapshot.Taken> TakeAsync(GeneratedDistrict district, DateOnly at, string folder)
    {
        await using var scope = district.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<Shuren.Schools.TakeSnapshot.TakeSnapshot>().RunAsync(at, folder, CancellationToken.None)).Value;
    }

    private static async Task<long> ScalarAsync(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}

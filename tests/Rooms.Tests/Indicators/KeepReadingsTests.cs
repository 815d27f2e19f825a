using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Schools;
using Shuren.Indicators.KeepReadings;
using Shuren.Indicators.Model;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;
using Shuren.Rooms.Tests.Schools;
using Shuren.Schools.Model;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>Readings are always what a count of everything would give, whatever was done to the rolls, and cost what changed.</summary>
public class KeepReadingsTests
{
    private const int Rounds = 12;

    [Theory]
    [InlineData(TestDatabase.Sqlite, 1)]
    [InlineData(TestDatabase.Sqlite, 2)]
    [InlineData(TestDatabase.PostgreSql, 3)]
    public async Task After_random_changes_they_equal_a_count_of_everything(TestDatabase database, int seed)
    {
        await using var district = await GeneratedDistrict.NewAsync(database, GeneratedDistrict.Order with { Pupils = 600, Seed = seed });
        var random = new Random(seed);
        Assert.Null(await KeepAsync(district));
        var narrow = 0;
        for (var round = 0; round < Rounds; round++)
        {
            for (var act = random.Next(1, 4); act > 0; act--)
                await ActAsync(district, random);
            if (await KeepAsync(district) is { } units)
            {
                narrow++;
                Assert.InRange(units, 0, 8);
            }
            var followed = await ReadingsAsync(district);
            await ForgetAsync(district);
            Assert.Null(await KeepAsync(district));
            Same(await ReadingsAsync(district), followed, round);
        }
        Assert.Equal(Rounds, narrow);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Nothing_changed_costs_nothing_and_a_new_day_keeps_the_old(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database, GeneratedDistrict.Order with { Pupils = 300 });

        Assert.Null(await KeepAsync(district));
        Assert.Equal(0, await KeepAsync(district));
        var before = await ReadingsAsync(district);
        district.House.Clock.GoTo(2026, 4, 16);
        Assert.Null(await KeepAsync(district));

        var after = await ReadingsAsync(district);
        Assert.Equal(2 * before.Count, after.Count);
        Assert.Equal(before, after.Where(pair => pair.Key.Item3 == new DateOnly(2026, 4, 15)).ToDictionary());
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Readers_at_the_same_moment_all_get_current_readings(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database, GeneratedDistrict.Order with { Pupils = 300 });

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => KeepAsync(district))));

        var found = await ReadingsAsync(district);
        Assert.NotEmpty(found);
        Assert.Equal(1, await district.CountAsync("select count(*) from indicators_reading_marks"));
    }

    /// <summary>One change of one kind, as the acts of the rolls make them.</summary>
    private static async Task ActAsync(GeneratedDistrict district, Random random)
    {
        await using var scope = district.House.Enter();
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        scope.ServiceProvider.GetRequiredService<Process>().Begin("test.change");
        var today = new DateOnly(2026, 4, 15);
        switch (random.Next(11))
        {
            case 0:
                (await OneAsync(db.Set<Enrolment>().AsTracking().Where(row => row.Until == null), random)).End(today, EnrolmentEnd.TransferredOut);
                break;
            case 1:
                var moved = await OneAsync(db.Set<Enrolment>().AsTracking().Where(row => row.Until == null), random);
                var into = await OneAsync(db.Set<SchoolClass>(), random);
                moved.End(today, EnrolmentEnd.Changed);
                db.Add(moved.Next(into.SchoolId, into.Id, into.SchoolYear, into.Grade, today, EnrolmentStart.Changed));
                break;
            case 2:
                (await OneAsync(db.Set<TeacherStanding>().AsTracking(), random)).Backbone = BackboneLevel.City;
                break;
            case 3:
                (await OneAsync(db.Set<TeacherPost>().AsTracking().Where(row => row.Until == null), random)).End(today, PostEnd.Retired);
                break;
            case 4:
                db.Add(new TeacherTraining { TeacherId = (await OneAsync(db.Set<Teacher>(), random)).Id, On = today, Hours = 40 });
                break;
            case 5:
                db.Remove(await OneAsync(db.Set<Room>().AsTracking(), random));
                break;
            case 6:
                (await OneAsync(db.Set<SchoolPremises>().AsTracking(), random)).TeachingArea += 100_00;
                break;
            case 7:
                db.Add(new PupilCare { PupilId = (await OneAsync(db.Set<Pupil>(), random)).Id, Kind = CareKind.LeftBehind, Since = today });
                break;
            case 8:
                db.Remove(await OneAsync(db.Set<TeacherCertificate>().AsTracking(), random));
                break;
            case 9:
                var closing = await OneAsync(db.Set<SchoolSpan>().AsTracking().Where(row => row.Until == null && row.Since < today), random);
                closing.Until = today;
                db.Add(new SchoolSpan { SchoolId = closing.SchoolId, Since = today, Kind = closing.Kind, Ownership = Ownership.Inclusive, Locality = Locality.Village });
                break;
            default:
                var figure = new ReportedFigure { Item = "teacher_pay", UnitId = district.County.UnitId("青禾县教育局"), Since = today, Value = random.Next(1, 9) * 1000, Evidence = "表", ReportedBy = "甲", ReportedAt = new DateTime(2026, 4, 15, 1, 0, 0, DateTimeKind.Utc) };
                db.AddRange(figure, new FigureConfirmation { FigureId = figure.Id, By = "乙", At = new DateTime(2026, 4, 15, 1, 0, 0, DateTimeKind.Utc) });
                break;
        }
        await db.SaveAsync(CancellationToken.None);
    }

    private static async Task<T> OneAsync<T>(IQueryable<T> rows, Random random) where T : class
    {
        var count = await rows.CountAsync();
        return await rows.OrderBy(row => EF.Property<Guid>(row, "Id")).Skip(random.Next(count)).FirstAsync();
    }

    /// <returns>How many units were counted anew; null for all.</returns>
    private static async Task<int?> KeepAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<KeepReadings>().RunAsync(CancellationToken.None)).Units;
    }

    private static async Task ForgetAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<ReadingMark>().ExecuteDeleteAsync();
    }

    private static async Task<Dictionary<(string, Guid, DateOnly), (double?, double?, double)>> ReadingsAsync(GeneratedDistrict district)
    {
        await using var scope = district.House.Enter();
        return await scope.ServiceProvider.GetRequiredService<ShurenDb>().Set<Reading>().AsNoTracking().ToDictionaryAsync(row => (row.Indicator, row.UnitId, row.Day), row => (row.Numerator, row.Denominator, row.Value));
    }

    private static void Same(Dictionary<(string, Guid, DateOnly), (double?, double?, double)> expected, Dictionary<(string, Guid, DateOnly), (double?, double?, double)> found, int round)
    {
        Assert.Equal(expected.Keys.ToHashSet(), found.Keys.ToHashSet());
        foreach (var (key, (numerator, denominator, value)) in expected)
        {
            var (foundNumerator, foundDenominator, foundValue) = found[key];
            Assert.True(Near(numerator, foundNumerator) && Near(denominator, foundDenominator) && Near(value, foundValue), $"round {round}, {key}: {numerator}/{denominator}={value} counted, {foundNumerator}/{foundDenominator}={foundValue} followed");
        }
    }

    private static bool Near(double? left, double? right) => left is null || right is null ? left == right : Math.Abs(left.Value - right.Value) <= 1e-9 * Math.Max(1, Math.Abs(left.Value));
}

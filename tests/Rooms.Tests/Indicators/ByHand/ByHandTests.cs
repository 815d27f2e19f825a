using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Packs;
using Shuren.Indicators.ReadReadings;
using Shuren.Rooms.Tests.Schools;
using Shuren.Schools.Generate;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Indicators.ByHand;

/// <summary>
/// The independent witness of every value that is counted from the rolls: the questions beside this class were written from the documents and the tables, without the formulas, the windows
/// and the engine. On generated districts with the cases that are easily counted wrongly both say the same, at the district and at every school.
/// </summary>
public partial class ByHandTests
{
    private static readonly string[] Families = ["Resources", "Government", "Preschool", "Everyday"];

    // Winter with the funds of one year, spring with those of the next, before and after a school was closed.
    private static readonly DateOnly[] Days = [new(2025, 12, 31), new(2026, 2, 28), new(2026, 4, 1)];

    /// <summary>As many districts as SHUREN_DISTRICTS says; half of them on each database.</summary>
    public static TheoryData<TestDatabase, int> Districts()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("SHUREN_DISTRICTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 8;
        var districts = new TheoryData<TestDatabase, int>();
        for (var seed = 1; seed <= count; seed++)
            districts.Add(seed % 2 == 0 ? TestDatabase.Sqlite : TestDatabase.PostgreSql, seed);
        return districts;
    }

    [Theory]
    [MemberData(nameof(Districts))]
    public async Task Every_value_of_a_day_is_what_is_counted_by_hand(TestDatabase database, int seed)
    {
        await using var district = await GeneratedDistrict.NewAsync(database, new DistrictOrder(150 + seed * 97 % 700, 10 + seed % 13, seed, 2025));
        await HandMadeSchools.AddAsync(district, seed);

        var differences = await DifferencesAsync(district, Days[seed % Days.Length]);
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_kept_values_of_today_are_what_is_counted_by_hand(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await HandMadeSchools.AddAsync(district, 1);

        var differences = await DifferencesAsync(district, new(2026, 4, 15));
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Every_indicator_of_the_rolls_is_counted_by_hand(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);
        await HandMadeSchools.AddAsync(district, 2);

        var counted = (await CountAsync(district, Days[^1])).Keys.Where(key => key.Unit is null).Select(key => key.Code).ToHashSet();
        var asked = (await AskAsync(district, Days[^1])).Select(answer => answer.Indicator.Code).ToHashSet();

        Assert.Equal(asked.Order(StringComparer.Ordinal), counted.Order(StringComparer.Ordinal));
    }

    private static async Task<List<string>> DifferencesAsync(GeneratedDistrict district, DateOnly day)
    {
        var (counted, differences) = (await CountAsync(district, day), new List<string>());
        var answers = await AskAsync(district, day);
        foreach (var answer in answers)
        {
            var hand = counted.Remove((answer.Indicator.Code, answer.Unit.Kind == UnitKind.Bureau ? null : answer.Unit.Id), out var number) ? number : (double?)null;
            if (!AreSame(answer.Value, hand))
                differences.Add(string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {answer.Indicator.Code} {answer.Unit.Name}: the room says {answer.Value} ({answer.Numerator} of {answer.Denominator}), by hand it is {hand}"));
        }
        // A unit that is closed today is not asked for; its part in the district's value is.
        var units = answers.Select(answer => (Guid?)answer.Unit.Id).Append(null).ToHashSet();
        differences.AddRange(counted.Where(left => units.Contains(left.Key.Unit)).Select(left => $"{day:yyyy-MM-dd} {left.Key.Code} {left.Key.Unit}: the room says nothing, by hand it is {left.Value}"));
        return differences;
    }

    private static bool AreSame(double? room, double? hand) => room is { } one && hand is { } other ? Math.Abs(one - other) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(one), Math.Abs(other))) : room is null && hand is null;

    /// <summary>What the room says of the district and of every school.</summary>
    private static async Task<List<AskValues.Answer>> AskAsync(GeneratedDistrict district, DateOnly day)
    {
        await using var scope = district.House.Enter();
        var asked = await scope.ServiceProvider.GetRequiredService<AskValues>().RunAsync(pack: null, unit: null, day, CancellationToken.None);
        return [.. asked.Value.Where(answer => answer.Indicator.Basis == Basis.Roll && answer.Unit.Kind is UnitKind.Bureau or UnitKind.School or UnitKind.Kindergarten)];
    }

    /// <summary>What is counted by hand, by code and school; no school is the district.</summary>
    private static async Task<Dictionary<(string Code, Guid? Unit), double>> CountAsync(GeneratedDistrict district, DateOnly day)
    {
        var counted = new Dictionary<(string, Guid?), double>();
        foreach (var family in Families)
        {
            foreach (var row in await district.AskAsync(await QuestionAsync(family, day)))
            {
                if (row.Split('|') is [var code, var unit, { Length: > 0 } value])
                    counted.Add((code, unit.Length > 0 ? Guid.Parse(unit) : null), double.Parse(value, CultureInfo.InvariantCulture));
            }
        }
        return counted;
    }

    private static async Task<string> QuestionAsync(string family, DateOnly day)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Indicators", "ByHand");
        var text = await File.ReadAllTextAsync(Path.Combine(folder, "Base.sql")) + await File.ReadAllTextAsync(Path.Combine(folder, family + ".sql"));
        return Gap().Replace(text, gap => gap.Value switch
        {
            ":day" => Literal(day),
            ":year" => day.Year.ToString(CultureInfo.InvariantCulture),
            ":a_year_ago" => Literal(day.AddYears(-1)),
            _ => Literal(day.AddYears(-5)),
        });
    }

    private static string Literal(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"'{day:yyyy-MM-dd}'");

    [GeneratedRegex(":(day|year|a_year_ago|five_years_ago)\\b")]
    private static partial Regex Gap();
}

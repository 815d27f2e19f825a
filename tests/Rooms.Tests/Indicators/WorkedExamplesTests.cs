using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Indicators.ReadReadings;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>The hand calculations of the two national measures come out of rolls, by the packs that are shipped, on both databases.</summary>
public class WorkedExamplesTests
{
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Indicators", "worked.json");

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Quality_and_balanced_development(TestDatabase database)
    {
        using var file = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(File));
        await using var rolls = await WorkedRolls.BalancedAsync(database);
        var found = await AskAsync(rolls, "balanced");
        var district = rolls.County.UnitId("青禾县教育局");
        foreach (var stage in new[] { "primary", "junior" })
        {
            var expected = file.RootElement.GetProperty("balanced").GetProperty(stage);
            foreach (var unit in expected.GetProperty("units").EnumerateArray())
            {
                var school = rolls.Schools[unit.GetProperty("name").GetString()![..1] is "H" ? "E" : unit.GetProperty("name").GetString()![..1]];
                foreach (var code in Enumerable.Range(1, 7).Select(number => $"R{number}"))
                {
                    Near(unit.GetProperty("value").GetProperty(code).GetDouble(), found[($"{code}_{stage}", school)].Value);
                    Near(unit.GetProperty("raw").GetProperty(code).GetDouble(), found[($"{code}_{stage}", school)].Numerator);
                }
                Assert.Equal(unit.GetProperty("passes").GetBoolean() ? 100 : 0, found[($"R_{stage}_schools", school)].Value);
            }
            foreach (var code in Enumerable.Range(1, 7).Select(number => $"R{number}"))
            {
                var cv = found[($"{code}_{stage}_cv", district)];
                Near(expected.GetProperty("cv").GetProperty(code).GetDouble(), cv.Value);
                Near(expected.GetProperty("S").GetProperty(code).GetDouble(), cv.Numerator);
                Near(expected.GetProperty("mean").GetProperty(code).GetDouble(), cv.Denominator);
                Assert.True(cv.Met);
                // The district's own value is the mean that the measure weighs by pupils.
                Near(expected.GetProperty("mean").GetProperty(code).GetDouble(), found[($"{code}_{stage}", district)].Value);
            }
        }
        Assert.Equal((4, 5, 80, false), Of(found[("R_primary_schools", district)]));
        Assert.Equal((3, 3, 100, true), Of(found[("R_junior_schools", district)]));
        // The teaching point of 30 pupils counts nowhere.
        Assert.Null(found[("R1_primary", rolls.Schools["K"])].Value);
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task Preschool_education(TestDatabase database)
    {
        using var file = JsonDocument.Parse(await System.IO.File.ReadAllTextAsync(File));
        var expected = file.RootElement.GetProperty("preschool");
        await using var rolls = await WorkedRolls.PreschoolAsync(database);
        var found = await AskAsync(rolls, "preschool");
        var district = rolls.County.UnitId("青禾县教育局");
        var codes = new Dictionary<string, string>
        {
            ["K1.1 gross enrolment"] = "K1_1", ["K1.2 inclusive coverage"] = "K1_2", ["K1.3 public share"] = "K1_3", ["K3.2 class size"] = "K3_2", ["K3.3 children per teacher"] = "K3_3",
            ["K3.4 certificates (teachers and heads)"] = "K3_4", ["K3.1 outdoor, planned from 2017"] = "K3_1_new", ["K3.1 outdoor, older"] = "K3_1_old",
        };

        Assert.Equal(expected.EnumerateObject().Select(property => property.Name).Order(), codes.Keys.Order());
        Assert.All(codes, pair => Near(expected.GetProperty(pair.Key).GetDouble(), found[(pair.Value, district)].Value));
    }

    private static async Task<Dictionary<(string, Guid), AskValues.Answer>> AskAsync(WorkedRolls rolls, string pack)
    {
        await using var scope = rolls.House.Enter();
        var kept = (await scope.ServiceProvider.GetRequiredService<AskValues>().RunAsync(pack, null, null, CancellationToken.None)).Value;
        // Yesterday's are reckoned from the rolls without what is kept, and the rolls have not changed since.
        var reckoned = (await scope.ServiceProvider.GetRequiredService<AskValues>().RunAsync(pack, null, new(2026, 4, 14), CancellationToken.None)).Value.ToDictionary(row => (row.Indicator.Code, row.Unit.Id));
        Assert.All(kept, row => Near(row.Value, reckoned[(row.Indicator.Code, row.Unit.Id)].Value));
        return kept.ToDictionary(row => (row.Indicator.Code, row.Unit.Id));
    }

    private static (double?, double?, double?, bool?) Of(AskValues.Answer row) => (row.Numerator, row.Denominator, row.Value, row.Met);

    private static void Near(double? expected, double? found) =>
        Assert.True(expected is null ? found is null : found is { } value && Math.Abs(expected.Value - value) <= 1e-6 * Math.Max(1, Math.Abs(expected.Value) / 1000), $"expected {expected}, found {found}");
}

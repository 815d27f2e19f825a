using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Generate;
using Shuren.Testing;

namespace Shuren.Rooms.Tests.Schools.Generate;

/// <summary>The generator: exact numbers, the same for the same seed, plausible and nobody's.</summary>
public class GenerateDistrictTests
{
    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task There_are_as_many_pupils_and_schools_as_were_ordered(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        Assert.Equal(1_500, await district.CountAsync("select count(*) from schools_pupils"));
        Assert.Equal(1_500, await district.CountAsync("select count(distinct pupil_id) from schools_enrolments where until is null"));
        Assert.Equal(14, await district.CountAsync("select count(*) from schools_schools"));
        Assert.Equal(0, await district.CountAsync("select count(*) from schools_schools s where not exists (select 1 from organization_units u where u.id = s.id)"));
    }

    [Theory]
    [InlineData(TestDatabase.Sqlite)]
    [InlineData(TestDatabase.PostgreSql)]
    public async Task The_act_stands_in_the_audit_with_a_hash_of_each_table(TestDatabase database)
    {
        await using var district = await GeneratedDistrict.NewAsync(database);

        var entries = await district.AskAsync("select e.changes from platform_audit_entries e join platform_processes p on p.id = e.process_id where p.kind = 'schools.generate' and e.subject like 'schools/pupil/%'");
        Assert.Contains("\"1500\"", Assert.Single(entries), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_rows_on_both_databases_and_another_seed_others()
    {
        await using var first = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        await using var second = await GeneratedDistrict.NewAsync(TestDatabase.PostgreSql);
        await using var third = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite, GeneratedDistrict.Order with { Seed = 8 });

        var hashes = await HashesAsync(first);
        Assert.True(hashes.Count >= 15);
        // Units of the small county have ids of their own in each run, and with them whatever names a school; pupils do not.
        Assert.Equal(await PupilsAsync(first), await PupilsAsync(second));
        Assert.NotEqual(await PupilsAsync(first), await PupilsAsync(third));
    }

    [Fact]
    public async Task Numbers_are_well_formed_none_stands_twice_and_none_can_be_a_persons()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);

        var numbers = await district.AskAsync("select id_number from schools_pupils union all select id_number from schools_teachers");
        Assert.All(numbers, number => Assert.Null(CitizenNumber.FaultOf(number)));
        Assert.All(numbers, number => Assert.StartsWith(CitizenNumber.ExampleDivisions, number, StringComparison.Ordinal));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.All(await district.AskAsync("select code from schools_schools"), code => Assert.Null(SchoolCode.FaultOf(code)));
        Assert.All(await district.AskAsync("select credit_code from schools_schools"), code => Assert.Null(CreditCode.FaultOf(code)));
        Assert.All(await district.AskAsync("select pupil_number from schools_pupils where pupil_number <> ''"), number => Assert.Null(PupilNumber.FaultOf(number)));
    }

    [Fact]
    public async Task Rolls_that_are_there_are_not_generated_over()
    {
        await using var district = await GeneratedDistrict.NewAsync(TestDatabase.Sqlite);
        await using var scope = district.House.Enter();

        var again = await scope.ServiceProvider.GetRequiredService<GenerateDistrict>().RunAsync(GeneratedDistrict.Order, null, CancellationToken.None);

        Assert.Equal("GenerateNotEmpty", again.Refusals[0].Code);
    }

    [Theory]
    [InlineData(-1, 10)]
    [InlineData(10, 0)]
    [InlineData(10, 10_000)]
    public void An_order_out_of_bounds_is_refused(int pupils, int schools) => Assert.Equal("GenerateNumbers", GenerateDistrict.Refused(new(pupils, schools, 1, 2025))?.Code);

    [Fact]
    public void Parts_add_up_to_the_whole_and_are_within_one_of_their_share() => Prop.ForAll(
        (from whole in Gen.Choose(0, 100_000) from count in Gen.Choose(1, 40) from weights in Gen.Choose(1, 1_000).ListOf(count) select (whole, weights)).ToArbitrary(), drawn =>
        {
            var parts = PlanDistrict.Split(drawn.whole, [.. drawn.weights.Select((weight, at) => (at, (double)weight))]);
            Assert.Equal(drawn.whole, parts.Sum(part => part.Count));
            Assert.All(parts, part => Assert.True(Math.Abs(part.Count - (double)drawn.whole * drawn.weights[part.What] / drawn.weights.Sum()) < 1));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(60)]
    [InlineData(400)]
    public void Whatever_the_number_of_schools_every_pupil_has_one(int schools)
    {
        var plans = new PlanDistrict(new(5_000, schools, 3, 2025)).Run([]);

        Assert.Equal(schools, plans.Count);
        Assert.Equal(5_000, plans.Sum(plan => plan.Pupils.Values.Sum()));
        Assert.Equal(schools, plans.Select(plan => plan.Name).Distinct().Count());
        Assert.Equal(schools, plans.Select(plan => plan.Id).Distinct().Count());
    }

    private static Task<List<string>> HashesAsync(GeneratedDistrict district) =>
        district.AskAsync("select e.changes from platform_audit_entries e join platform_processes p on p.id = e.process_id where p.kind = 'schools.generate' and e.changes like '%Hash%' order by e.changes");

    private static async Task<List<string>> PupilsAsync(GeneratedDistrict district) =>
        [.. (await district.AskAsync("select id, name, id_number, born_on, phone from schools_pupils")).Order(StringComparer.Ordinal)];
}

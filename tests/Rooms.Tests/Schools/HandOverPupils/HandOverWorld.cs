using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Schools.HandOverPupils;
using Shuren.Testing;
using static Shuren.Rooms.Tests.Schools.GeneratedDistrict;

namespace Shuren.Rooms.Tests.Schools.HandOverPupils;

/// <summary>A generated district with what the tests of the hand-over ask of it by hand-written SQL.</summary>
internal static class HandOverWorld
{
    /// <summary>A day on which the leaving grade still sits in its class.</summary>
    public static readonly DateOnly June = new(2026, 6, 1);

    public static async Task<GeneratedDistrict> InJuneAsync(TestDatabase database)
    {
        var district = await GeneratedDistrict.NewAsync(database);
        district.House.Clock.GoTo(2026, 6, 1);
        return district;
    }

    /// <summary>The schools with children in grade 16; first those without junior grades.</summary>
    public static async Task<IReadOnlyList<Guid>> SendersAsync(this GeneratedDistrict district) => Ids(await district.AskAsync(
        "select e.school_id, min(case when exists (select 1 from schools_school_parts p where p.school_id = e.school_id and p.stage = 'Junior') then 1 else 0 end) from schools_enrolments e join organization_units u on u.id = e.school_id where e.until is null and e.grade = 16 group by e.school_id, u.name order by 2, u.name"));

    public static async Task<IReadOnlyList<Guid>> JuniorsAsync(this GeneratedDistrict district) => Ids(await district.AskAsync("select p.school_id from schools_school_parts p join organization_units u on u.id = p.school_id where p.stage = 'Junior' order by u.name"));

    /// <summary>The children on today's roll of a school's grade 16.</summary>
    public static async Task<IReadOnlyList<Guid>> LeavingAsync(this GeneratedDistrict district, Guid school) => Ids(await district.AskAsync(
        $"select pupil_id from schools_enrolments where until is null and grade = 16 and school_year = 2025 and {Is("school_id", school)} order by 1"));

    /// <summary>Opens a hand-over as the system.</summary>
    public static async Task<Guid> OpenAsync(this GeneratedDistrict district, Guid school, Guid? receiver = null)
    {
        await using var scope = district.House.Enter();
        return (await scope.ServiceProvider.GetRequiredService<OpenHandOver>().RunAsync(school, receiver, null, CancellationToken.None)).Value;
    }

    /// <summary>An act as an account, or as the system; the count, or the code of the refusal.</summary>
    public static async Task<string> ActAsync(this GeneratedDistrict district, Guid handOver, HandOverOrder order, string? account = null)
    {
        await using var scope = account is null ? district.House.Enter() : await district.House.EnterAsAsync(district.County.AccountId(account));
        var outcome = await scope.ServiceProvider.GetRequiredService<HandOverActs>().RunAsync(handOver, order, CancellationToken.None);
        return outcome.Succeeded ? $"{outcome.Value}" : outcome.Refusals[0].Code;
    }

    public static async Task<string> CloseAsync(this GeneratedDistrict district, Guid handOver)
    {
        await using var scope = district.House.Enter();
        var outcome = await scope.ServiceProvider.GetRequiredService<CloseHandOver>().RunAsync(handOver, CancellationToken.None);
        return Code(outcome);
    }

    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<HandOverChild>>> ChildrenAsync(this GeneratedDistrict district, IReadOnlyCollection<Guid> handOvers)
    {
        await using var scope = district.House.Enter();
        var found = await scope.ServiceProvider.GetRequiredService<HandOverList>().RunAsync(handOvers, CancellationToken.None);
        return handOvers.ToDictionary(id => id, id => (IReadOnlyList<HandOverChild>)[.. found[id]]);
    }

    private static IReadOnlyList<Guid> Ids(List<string> rows) => [.. rows.Select(row => Guid.Parse(row.Split('|')[0]))];
}

using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Platform.Districts;
using Shuren.Schools.Generate;

namespace Shuren.Host.Sample;

/// <summary>The generated rolls of the sample district.</summary>
internal static class SampleRolls
{
    /// <summary>A county of middling size.</summary>
    public const int Pupils = 60_000;

    /// <summary>Any number; the pictures of the guide were taken with it.</summary>
    public const long Seed = 1;

    /// <summary>What is made where nothing else is said.</summary>
    public static DistrictOrder Order(int pupils, int? schools, long seed, int? year, TimeProvider time)
    {
        return new(pupils, schools ?? Math.Clamp(pupils / 375, 8, GenerateDistrict.MostSchools), seed, year ?? Period.SchoolYearOf(time.Today()));
    }

    /// <summary>Fills the district.</summary>
    public static async Task<Outcome<GenerateDistrict.Generated>> LoadAsync(IServiceProvider services, string code, DistrictOrder order, IProgress<int>? done, CancellationToken ct)
    {
        var districts = services.GetRequiredService<DistrictDirectory>();
        var district = await districts.FindAsync(code, ct) ?? throw new InvalidOperationException($"There is no district {code}.");
        await using var scope = districts.Enter(district, "sample");
        return await scope.ServiceProvider.GetRequiredService<GenerateDistrict>().RunAsync(order, done, ct);
    }
}

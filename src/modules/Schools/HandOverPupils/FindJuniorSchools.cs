using Shuren.Contracts.Schools;
using Shuren.Platform;

namespace Shuren.Schools.HandOverPupils;

/// <summary>The schools of the district that teach junior grades on a day: whom children can be handed to.</summary>
internal sealed class FindJuniorSchools(ISchoolDirectory directory) : IHandler
{
    public async Task<IReadOnlyList<SchoolCard>> RunAsync(DateOnly day, CancellationToken ct) => [.. (await directory.AsOfAsync(day, ct)).Where(school => school.Stages.Contains(Stage.Junior))];
}

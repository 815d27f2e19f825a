using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Schools.KeepTeachers;

/// <summary>The stages that a school teaches, for who may edit there.</summary>
internal sealed class ReadStages(SchoolsDb schools, SchoolScope scope, Actor actor) : IHandler
{
    /// <returns>Null where the actor may not edit at that school.</returns>
    public async Task<IReadOnlyList<Stage>?> RunAsync(Guid school, CancellationToken ct) =>
        !actor.Can(SchoolsRights.Edit) || (await scope.RunAsync(SchoolsRights.Edit, ct))?.Contains(school) == false ? null
            : [.. (await schools.SchoolParts.Where(part => part.SchoolId == school && part.Until == null).Select(part => part.Stage).Distinct().ToListAsync(ct)).Order()];
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>The classes and grades into which a pupil of a school may be put, for who may.</summary>
internal sealed class ReadPlaces(SchoolsDb schools, SchoolScope scope, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>The classes of the school year and the grades that the school teaches.</summary>
    public sealed record View(IReadOnlyList<(Guid Id, int Grade, string Name)> Classes, IReadOnlyList<int> Grades);

    /// <returns>Null where the actor may not edit at that school.</returns>
    public async Task<View?> RunAsync(Guid school, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.Edit) || (await scope.RunAsync(SchoolsRights.Edit, ct))?.Contains(school) == false)
            return null;
        var today = time.Today();
        var year = Period.SchoolYearOf(today);
        var classes = await schools.Classes.AsNoTracking().Where(row => row.SchoolId == school && row.SchoolYear == year && (row.Until == null || row.Until > today)).OrderBy(row => row.Grade).ThenBy(row => row.Number)
            .Select(row => new { row.Id, row.Grade, row.Name }).ToListAsync(ct);
        var stages = await schools.SchoolParts.Where(part => part.SchoolId == school && part.Until == null).Select(part => part.Stage).Distinct().ToListAsync(ct);
        return new([.. classes.Select(row => (row.Id, row.Grade, row.Name))], [.. stages.Order().SelectMany(Grades.Of)]);
    }
}

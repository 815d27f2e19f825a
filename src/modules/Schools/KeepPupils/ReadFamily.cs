using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Schools.Model;
using Shuren.Schools.ViewPupils;

namespace Shuren.Schools.KeepPupils;

/// <summary>The guardians and siblings of a pupil, masked, for who may change them.</summary>
internal sealed class ReadFamily(SchoolsDb schools, SchoolScope scope, ReadPupil read) : IHandler
{
    /// <summary>A guardian as a list shows it.</summary>
    public sealed record GuardianLine(Guid Id, string Name, GuardianRelation Relation, string Phone, string Workplace, bool IsMain);

    /// <summary>What is shown.</summary>
    public sealed record View(ReadPupil.View Pupil, IReadOnlyList<GuardianLine> Guardians);

    /// <returns>Null where there is no such pupil for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (!await FamilyReach.MayAsync(schools, await scope.RunAsync(SchoolsRights.Edit, ct), id, ct) || await read.RunAsync(id, ct) is not { } pupil)
            return null;
        var guardians = await schools.Guardians.AsNoTracking().Where(row => row.PupilId == id).OrderByDescending(row => row.IsMain).ThenBy(row => row.Id).ToListAsync(ct);
        return new(pupil, [.. guardians.Select(row => new GuardianLine(row.Id, row.Name, row.Relation, Mask.Of(MaskKind.Phone, row.Phone), row.Workplace, row.IsMain))]);
    }
}

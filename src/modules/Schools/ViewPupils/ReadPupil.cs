using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel.Identifiers;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewPupils;

/// <summary>A pupil's own page, masked. A pupil is in reach of whoever has the right at a school where the pupil is or was.</summary>
internal sealed class ReadPupil(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, Unmasking unmasking) : IHandler
{
    /// <summary>A stay at a school.</summary>
    public sealed record Stay(Enrolment Enrolment, string School, string Class);

    /// <summary>A guardian, masked.</summary>
    public sealed record GuardianLine(string Name, GuardianRelation Relation, string Phone, bool IsMain);

    /// <summary>Another child of the family; the id only where the actor may open it.</summary>
    public sealed record SiblingLine(Guid Id, string Name);

    /// <summary>What is shown.</summary>
    public sealed record View(
        Pupil Pupil, string IdNumber, string PupilNumber, string Phone, string Address, IdentifierFault? IdFault, IReadOnlyList<Stay> Stays, IReadOnlyList<GuardianLine> Guardians,
        IReadOnlyList<SiblingLine> Siblings, IReadOnlyList<ProcessRecord> Looks)
    {
        public Stay? Now => Stays.FirstOrDefault(stay => stay.Enrolment.Until is null);
    }

    /// <returns>Null when there is no such pupil for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await PupilInReachAsync(SchoolsRights.ViewPupils, id, ct) is not { } pupil)
            return null;
        var rows = await (from row in schools.Enrolments.AsNoTracking()
                          where row.PupilId == id
                          from taught in schools.Classes.Where(taught => taught.Id == row.ClassId).DefaultIfEmpty()
                          orderby row.Since descending
                          select new { row, Class = taught.Name }).ToListAsync(ct);
        var names = await units.FindAsync([.. rows.Select(one => one.row.SchoolId).Distinct()], ct);
        var guardians = await schools.Guardians.AsNoTracking().Where(guardian => guardian.PupilId == id).OrderByDescending(guardian => guardian.IsMain).ThenBy(guardian => guardian.Id).ToListAsync(ct);
        return new(pupil, Mask.Of(MaskKind.Code, pupil.IdNumber), Mask.Of(MaskKind.Code, pupil.PupilNumber), Mask.Of(MaskKind.Phone, pupil.Phone), Mask.Of(MaskKind.Whole, pupil.Address),
            pupil is { IdKind: "1", IdNumber.Length: > 0 } ? CitizenNumber.FaultOf(pupil.IdNumber) : null, [.. rows.Select(one => new Stay(one.row, names.TryGetValue(one.row.SchoolId, out var unit) ? unit.Name : "", one.Class ?? ""))],
            [.. guardians.Select(guardian => new GuardianLine(guardian.Name, guardian.Relation, Mask.Of(MaskKind.Phone, guardian.Phone), guardian.IsMain))],
            await SiblingsAsync(id, ct), await unmasking.OfAsync(SchoolsRefs.Pupil(id), 5, ct));
    }

    /// <summary>The pupil, where the actor's right reaches a school at which the pupil is or was.</summary>
    public async Task<Pupil?> PupilInReachAsync(string right, Guid id, CancellationToken ct)
    {
        var reached = await scope.RunAsync(right, ct);
        var (all, within) = (reached is null, reached ?? new HashSet<Guid>());
        return await schools.Pupils.AsNoTracking().FirstOrDefaultAsync(pupil => pupil.Id == id && (all || schools.Enrolments.Any(row => row.PupilId == id && within.Contains(row.SchoolId))), ct);
    }

    private async Task<IReadOnlyList<SiblingLine>> SiblingsAsync(Guid id, CancellationToken ct) =>
        await schools.SiblingLinks.AsNoTracking().Where(link => link.PupilId == id || link.OtherPupilId == id).Select(link => link.PupilId == id ? link.OtherPupilId : link.PupilId)
            .Join(schools.Pupils, other => other, pupil => pupil.Id, (_, pupil) => new SiblingLine(pupil.Id, pupil.Name)).ToListAsync(ct);
}

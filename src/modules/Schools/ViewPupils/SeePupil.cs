using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Schools.Model;

namespace Shuren.Schools.ViewPupils;

/// <summary>Shows numbers, telephones and address of a pupil in full, against a purpose that is recorded before.</summary>
internal sealed class SeePupil(SchoolsDb schools, ReadPupil read, Unmasking unmasking) : IHandler
{
    /// <returns>The values by field: idNumber, pupilNumber, phone, address, and guardian-1, guardian-2 … for their telephones in the order of the page.</returns>
    public async Task<Outcome<Dictionary<string, string>>> RunAsync(Guid id, string purpose, CancellationToken ct)
    {
        if (await read.PupilInReachAsync(SchoolsRights.SeeIdentity, id, ct) is not { } pupil)
            return new Refusal("NotYours");
        var values = new Dictionary<string, string> { ["idNumber"] = pupil.IdNumber, ["pupilNumber"] = pupil.PupilNumber, ["phone"] = pupil.Phone, ["address"] = pupil.Address };
        var guardians = await schools.Guardians.AsNoTracking().Where(guardian => guardian.PupilId == id).OrderByDescending(guardian => guardian.IsMain).ThenBy(guardian => guardian.Id).Select(guardian => guardian.Phone).ToListAsync(ct);
        foreach (var (at, phone) in guardians.Index())
            values[$"guardian-{at + 1}"] = phone;
        return await unmasking.RunAsync(SchoolsRights.SeeIdentity, SchoolsRefs.Pupil(id), purpose, values, ct);
    }
}

/// <summary>Shows why a child needs care, against a purpose that is recorded before. A right of its own: the page of the pupil does not say it.</summary>
internal sealed class SeeCare(SchoolsDb schools, ReadPupil read, Unmasking unmasking) : IHandler
{
    public async Task<Outcome<IReadOnlyList<PupilCare>>> RunAsync(Guid id, string purpose, CancellationToken ct)
    {
        if (await read.PupilInReachAsync(SchoolsRights.SeeCare, id, ct) is null)
            return new Refusal("NotYours");
        var looked = await unmasking.RunAsync(SchoolsRights.SeeCare, SchoolsRefs.Care(id), purpose, new Dictionary<string, string> { ["care"] = "" }, ct);
        if (!looked.Succeeded)
            return looked.Refusals.ToList();
        return await schools.Cares.AsNoTracking().Where(care => care.PupilId == id).OrderByDescending(care => care.Since).ThenBy(care => care.Id).ToListAsync(ct);
    }
}

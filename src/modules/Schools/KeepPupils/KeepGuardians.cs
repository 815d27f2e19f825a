using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>Adds or mends a guardian. One is called first: who is chosen takes it from the other.</summary>
internal sealed class KeepGuardian(SchoolsDb schools, SchoolScope reach, Process process) : IHandler
{
    /// <param name="pupil">The child.</param>
    /// <param name="guardian">The guardian; null adds one.</param>
    /// <param name="draft">As it is to be.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The guardian's id, or <c>PupilUnknown</c>, <c>GuardianUnknown</c>, <c>GuardianNameForm</c>, <c>GuardianPhoneForm</c>, <c>GuardianThere</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid pupil, Guid? guardian, GuardianDraft draft, CancellationToken ct)
    {
        if (!await FamilyReach.MayAsync(schools, await reach.RunAsync(SchoolsRights.Edit, ct), pupil, ct))
            return new Refusal("PupilUnknown");
        var all = await schools.Guardians.AsTracking().Where(row => row.PupilId == pupil).ToListAsync(ct);
        if (guardian is { } id && all.TrueForAll(row => row.Id != id))
            return new Refusal("GuardianUnknown");
        if (draft.Name.Trim().Length is < 1 or > 60)
            return new Refusal("GuardianNameForm", "name");
        if (draft.Phone is { Length: > 0 } phone && phone.Count(char.IsAsciiDigit) is < 7 or > 20)
            return new Refusal("GuardianPhoneForm", "phone");
        if (all.Exists(row => row.Id != guardian && row.Name == draft.Name.Trim() && row.Relation == draft.Relation))
            return new Refusal("GuardianThere", "name", draft.Name.Trim());
        process.Begin(guardian is null ? "schools.add-guardian" : "schools.edit-guardian", SchoolsRefs.Pupil(pupil));
        var row = all.Find(row => row.Id == guardian) ?? Added(pupil, draft);
        draft.Into(row);
        foreach (var other in all.Where(other => draft.IsMain && other.Id != row.Id))
            other.IsMain = false;
        await schools.SaveAsync(ct);
        return row.Id;
    }

    private Guardian Added(Guid pupil, GuardianDraft draft)
    {
        var row = new Guardian { PupilId = pupil, Name = "", Relation = draft.Relation };
        schools.Guardians.Add(row);
        return row;
    }
}

/// <summary>Takes a guardian off: who died, who lost custody, who was entered by mistake.</summary>
internal sealed class RemoveGuardian(SchoolsDb schools, SchoolScope reach, Process process) : IHandler
{
    /// <returns>Done, or <c>PupilUnknown</c>, <c>GuardianUnknown</c>, <c>GuardianWhy</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid pupil, Guid guardian, string why, CancellationToken ct)
    {
        if (!await FamilyReach.MayAsync(schools, await reach.RunAsync(SchoolsRights.Edit, ct), pupil, ct))
            return new Refusal("PupilUnknown");
        if (await schools.Guardians.AsTracking().FirstOrDefaultAsync(row => row.Id == guardian && row.PupilId == pupil, ct) is not { } found)
            return new Refusal("GuardianUnknown");
        if (why.Trim().Length is < 2 or > 200)
            return new Refusal("GuardianWhy", "why");
        process.Begin("schools.remove-guardian", SchoolsRefs.Pupil(pupil), why.Trim());
        schools.Guardians.Remove(found);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>Says that two pupils are of one family, or takes it back. The other is named by a whole number, so that nobody looks through families.</summary>
internal sealed class LinkSibling(SchoolsDb schools, SchoolScope reach, Process process) : IHandler
{
    /// <returns>Done, or <c>PupilUnknown</c>, <c>SiblingUnknown</c>, <c>SiblingSelf</c>, <c>SiblingThere</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid pupil, string number, bool areTwins, CancellationToken ct)
    {
        if (!await FamilyReach.MayAsync(schools, await reach.RunAsync(SchoolsRights.Edit, ct), pupil, ct))
            return new Refusal("PupilUnknown");
        var whole = PupilDraft.Number(number)!; // something was typed
        if (whole.Length < 15 || await schools.Pupils.AsNoTracking().FirstOrDefaultAsync(row => row.IdNumber == whole || row.PupilNumber == whole, ct) is not { } other)
            return new Refusal("SiblingUnknown", "number");
        if (other.Id == pupil)
            return new Refusal("SiblingSelf", "number");
        var (first, second) = string.CompareOrdinal(pupil.ToString(), other.Id.ToString()) < 0 ? (pupil, other.Id) : (other.Id, pupil);
        if (await schools.SiblingLinks.AnyAsync(link => link.PupilId == first && link.OtherPupilId == second, ct))
            return new Refusal("SiblingThere", "number");
        process.Begin("schools.link-sibling", SchoolsRefs.Pupil(pupil));
        schools.SiblingLinks.Add(new() { PupilId = first, OtherPupilId = second, AreTwins = areTwins });
        await schools.SaveAsync(ct);
        return new Done();
    }

    /// <summary>Takes a link back that was a mistake.</summary>
    /// <returns>Done, or <c>PupilUnknown</c>, <c>SiblingUnknown</c>.</returns>
    public async Task<Outcome<Done>> UndoAsync(Guid pupil, Guid other, CancellationToken ct)
    {
        if (!await FamilyReach.MayAsync(schools, await reach.RunAsync(SchoolsRights.Edit, ct), pupil, ct))
            return new Refusal("PupilUnknown");
        if (await schools.SiblingLinks.AsTracking().FirstOrDefaultAsync(link => link.PupilId == pupil && link.OtherPupilId == other || link.PupilId == other && link.OtherPupilId == pupil, ct) is not { } found)
            return new Refusal("SiblingUnknown", "number");
        process.Begin("schools.unlink-sibling", SchoolsRefs.Pupil(pupil));
        schools.SiblingLinks.Remove(found);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>Whose family somebody may change: of pupils on the roll of a school that is reached.</summary>
internal static class FamilyReach
{
    public static Task<bool> MayAsync(SchoolsDb schools, IReadOnlySet<Guid>? within, Guid pupil, CancellationToken ct) => within is null
        ? schools.Pupils.AnyAsync(row => row.Id == pupil, ct)
        : schools.Enrolments.AnyAsync(row => row.PupilId == pupil && row.Until == null && within.Contains(row.SchoolId), ct);
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>An entry of the ledger, masked: what the child is called, and all that was said in words, is shown only against a purpose.</summary>
internal sealed class ReadDropOut(SchoolsDb schools, SchoolScope scope, DropOutList list, IUnitDirectory units, IWorkingDays workingDays, Unmasking unmasking, TimeProvider time) : IHandler
{
    /// <summary>What is shown.</summary>
    /// <param name="Case">The entry; its words are not to be drawn.</param>
    /// <param name="Name">The child's name, masked.</param>
    /// <param name="School">The school that answers.</param>
    /// <param name="Now">Its row on today's roll; null where there is none.</param>
    /// <param name="Lamp">Of the next visit.</param>
    /// <param name="Pressure">Why it is before the section; null where it is not.</param>
    /// <param name="SpeaksForBureau">Whether the actor may say the section's word.</param>
    /// <param name="Looks">The last looks at its words.</param>
    public sealed record View(DropOutCase Case, string Name, string School, Enrolment? Now, Lamp Lamp, DropOutPressure? Pressure, bool SpeaksForBureau, IReadOnlyList<ProcessRecord> Looks);

    /// <returns>Null when there is no such entry for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, CancellationToken ct)
    {
        if (await InReachAsync(SchoolsRights.KeepDropOuts, id, ct) is not { } found)
            return null;
        var (today, calendar) = (time.Today(), await workingDays.CalendarAsync(ct));
        var name = await schools.Pupils.Where(pupil => pupil.Id == found.Entry.PupilId).Select(pupil => pupil.Name).SingleAsync(ct);
        var now = await schools.Enrolments.AsNoTracking().FirstOrDefaultAsync(row => row.PupilId == found.Entry.PupilId && row.Until == null, ct);
        var unit = (await units.FindAsync([found.Entry.SchoolId], ct)).GetValueOrDefault(found.Entry.SchoolId);
        return new(found, DropOutWords.Masked(name), unit?.Name ?? "", now, Lamps.Of(found.DueOn, found.Standing != DropOutStanding.Open, today, calendar),
            found.PressureOn(today, calendar, moment => moment.ToLocalDay(time)),
            await scope.RunAsync(SchoolsRights.KeepDropOuts, ct) is null, await unmasking.OfAsync(SchoolsRefs.DropOut(id), 5, ct));
    }

    /// <summary>The entry, where the actor's right reaches the school that answers for it.</summary>
    public async Task<DropOutCase?> InReachAsync(string right, Guid id, CancellationToken ct)
    {
        var reached = await scope.RunAsync(right, ct);
        return await list.FindAsync(id, ct) is { } found && reached?.Contains(found.Entry.SchoolId) != false ? found : null;
    }
}

/// <summary>Shows name, guardians and all words of an entry in full, against a purpose that is recorded before.</summary>
internal sealed class SeeDropOut(SchoolsDb schools, ReadDropOut read, Unmasking unmasking) : IHandler
{
    /// <returns>The values by field: name, detail, guardians, met-1, agreed-1 … for the visits and why-1, measure-1 … for what was reported, in their order.</returns>
    public async Task<Outcome<Dictionary<string, string>>> RunAsync(Guid id, string purpose, CancellationToken ct)
    {
        if (await read.InReachAsync(SchoolsRights.SeeDropOuts, id, ct) is not { } found)
            return new Refusal("NotYours");
        var name = await schools.Pupils.Where(pupil => pupil.Id == found.Entry.PupilId).Select(pupil => pupil.Name).SingleAsync(ct);
        var guardians = await schools.Guardians.AsNoTracking().Where(guardian => guardian.PupilId == found.Entry.PupilId).OrderByDescending(guardian => guardian.IsMain).ThenBy(guardian => guardian.Id).ToListAsync(ct);
        var values = new Dictionary<string, string> { ["name"] = name, ["detail"] = found.Entry.Detail, ["guardians"] = string.Join("、", guardians.Select(guardian => $"{guardian.Name} {guardian.Phone}")) };
        foreach (var visit in found.Visits)
            (values[$"met-{visit.Number}"], values[$"agreed-{visit.Number}"]) = (visit.Met, visit.Agreed);
        foreach (var (at, escalation) in found.Escalations.Index())
            (values[$"why-{at + 1}"], values[$"measure-{at + 1}"]) = (escalation.Why, escalation.Measure);
        return await unmasking.RunAsync(SchoolsRights.SeeDropOuts, SchoolsRefs.DropOut(id), purpose, values, ct);
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepClasses;

/// <summary>Mends a class: its number, its name, what sort it is; and who leads it, from a day on or as a mistake. Its grade never changes; the audit keeps what stood before.</summary>
internal sealed class EditClass(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="id">The class.</param>
    /// <param name="draft">As it is to be; its grade is not asked.</param>
    /// <param name="seen">The version that was before the eyes; null does not ask.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Done, or <c>ClassUnknown</c>, <c>EditedMeanwhile</c>, <c>PlaceDay</c> and what <see cref="ClassRules"/> says.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, ClassDraft draft, long? seen, CancellationToken ct)
    {
        if (await schools.Classes.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } taught || (await reach.RunAsync(SchoolsRights.Edit, ct))?.Contains(taught.SchoolId) == false)
            return new Refusal("ClassUnknown");
        if (seen is { } version && version != taught.Version)
            return new Refusal("EditedMeanwhile");
        var wish = draft with { Grade = taught.Grade };
        var wrong = await ClassRules.RefusalsOfAsync(schools, wish, taught.SchoolId, taught.SchoolYear, taught, ct);
        var (since, today) = (taught.HeadSince ?? taught.Since, time.Today());
        var changes = wish.HeadFrom is not null && wish.Head != taught.HeadTeacherId;
        if (changes && (wish.HeadFrom <= since || wish.HeadFrom > today))
            wrong.Add(new("PlaceDay", "headFrom", since.AddDays(1), today));
        if (wrong.Count > 0)
            return wrong;
        process.Begin("schools.edit-class", SchoolsRefs.Class(id));
        if (changes && wish.HeadFrom is { } from)
        {
            if (taught.HeadTeacherId is { } before)
                schools.FormerHeads.Add(new() { ClassId = id, TeacherId = before, Since = since, Until = from });
            taught.HeadSince = from;
        }
        (taught.Number, taught.Name, taught.Kind, taught.HeadTeacherId) = (wish.Number, wish.KeptName, wish.Kind, wish.Head);
        await schools.SaveAsync(ct);
        return new Done();
    }
}

/// <summary>Ends a class from a day on: it was there until the day before. Nobody is left in it.</summary>
internal sealed class EndClass(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>ClassUnknown</c>, <c>ClassEnded</c>, <c>ClassHasPupils</c>, <c>ClassEndDay</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid id, DateOnly? on, CancellationToken ct)
    {
        if (await schools.Classes.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } taught || (await reach.RunAsync(SchoolsRights.Edit, ct))?.Contains(taught.SchoolId) == false)
            return new Refusal("ClassUnknown");
        var today = time.Today();
        if (taught.Until is { } until && until <= today)
            return new Refusal("ClassEnded");
        if (await schools.Enrolments.CountAsync(row => row.ClassId == id && row.Until == null, ct) is var left and > 0)
            return new Refusal("ClassHasPupils", "", left);
        var last = await schools.Enrolments.Where(row => row.ClassId == id).MaxAsync(row => row.Until, ct);
        if (on is not { } day || day <= taught.Since || day > today || day < last)
            return new Refusal("ClassEndDay", "on", last is { } gone && gone > taught.Since ? gone : taught.Since.AddDays(1), today);
        process.Begin("schools.end-class", SchoolsRefs.Class(id));
        taught.Until = day;
        await schools.SaveAsync(ct);
        return new Done();
    }
}

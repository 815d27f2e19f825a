using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepClasses;

/// <summary>Adds a class to the running school year of a school.</summary>
internal sealed class AddClass(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="school">Where.</param>
    /// <param name="draft">What.</param>
    /// <param name="since">The first day; null for the first of the school year.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Its id, or <c>NotYours</c>, <c>ClassSchoolClosed</c>, <c>ClassSince</c> and what <see cref="ClassRules"/> says.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid school, ClassDraft draft, DateOnly? since, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Edit, ct) is { } within && !within.Contains(school))
            return new Refusal("NotYours");
        var today = time.Today();
        if (!await schools.Schools.AnyAsync(row => row.Id == school && (row.ClosedOn == null || row.ClosedOn > today), ct))
            return new Refusal("ClassSchoolClosed", "school");
        var year = Period.SchoolYearOf(today);
        var begins = Period.SchoolYear(year).First;
        var wrong = await ClassRules.RefusalsOfAsync(schools, draft, school, year, null, ct);
        if (since is { } first && (first < begins || first > today))
            wrong.Add(new("ClassSince", "since", begins, today));
        if (wrong.Count > 0)
            return wrong;
        var taught = new SchoolClass
        {
            SchoolId = school, SchoolYear = year, Grade = draft.Grade, Number = draft.Number, Name = draft.KeptName, Kind = draft.Kind, HeadTeacherId = draft.Head, Since = since ?? begins,
        };
        process.Begin("schools.add-class", SchoolsRefs.Class(taught.Id));
        schools.Classes.Add(taught);
        await schools.SaveAsync(ct);
        return taught.Id;
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;

namespace Shuren.Schools.ViewSchools;

/// <summary>How large a school is today, for those who look after it. One query, of schools that the actor's right reaches.</summary>
internal sealed class SchoolGlances(SchoolsDb schools, SchoolScope scope) : IGlanceSource
{
    public async Task<IReadOnlyList<Glance>> OfAsync(IReadOnlyCollection<Guid> asked, Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.View))
            return [];
        var reached = await scope.RunAsync(SchoolsRights.View, ct);
        var ids = asked.Where(school => reached?.Contains(school) != false).ToArray();
        var rows = await schools.Schools.AsNoTracking().Where(school => ids.Contains(school.Id)).Select(school => new
        {
            school.Id,
            Classes = schools.Classes.Count(one => one.SchoolId == school.Id && one.Since <= today && (one.Until == null || one.Until > today)),
            Pupils = schools.Enrolments.Count(one => one.SchoolId == school.Id && one.Until == null),
        }).ToListAsync(ct);
        return [.. rows.Select(row => new Glance(row.Id, GlanceText.Size.Filled(row.Classes, row.Pupils), SchoolsLinks.School(row.Id)))];
    }
}

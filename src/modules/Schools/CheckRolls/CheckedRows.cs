using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;

namespace Shuren.Schools.CheckRolls;

/// <summary>Who sees which findings: those of the schools that are reached, and of children in care only who may see that.</summary>
internal static class CheckedRows
{
    /// <summary>Findings that hold, in the schools that are reached; null for all.</summary>
    public static IQueryable<RollFinding> Open(SchoolsDb schools, IReadOnlySet<Guid>? reached)
    {
        var open = schools.Findings.AsNoTracking().Where(finding => finding.GoneAt == null);
        return reached is null ? open : open.Where(finding => reached.Contains(finding.SchoolId));
    }

    /// <summary>The rules whose findings the actor may see.</summary>
    public static IReadOnlyList<RollRule> RulesFor(Actor actor) => [.. RuleBook.All.Where(rule => MaySee(rule, actor))];

    public static bool MaySee(RollRule rule, Actor actor) => (!rule.OfCare || actor.IsSystem || actor.Can(SchoolsRights.SeeCare)) && rule.Roll switch
    {
        RuleRoll.Pupils => actor.IsSystem || actor.Can(SchoolsRights.ViewPupils),
        RuleRoll.Teachers => actor.IsSystem || actor.Can(SchoolsRights.ViewTeachers),
        _ => true,
    };
}

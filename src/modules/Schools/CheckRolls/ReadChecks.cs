using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;

namespace Shuren.Schools.CheckRolls;

/// <summary>What the rules found, counted: by rule, and by school. A school counts its own.</summary>
internal sealed class ReadChecks(SchoolsDb schools, SchoolScope scope, IUnitDirectory units, Actor actor, TimeProvider time) : IHandler
{
    /// <summary>A rule with how many rows break it and how many of those are accepted; new are those that the last check found first.</summary>
    public sealed record RuleLine(RollRule Rule, int Open, int Allowed, int New, int Schools);

    /// <summary>A school with its findings that are not accepted.</summary>
    public sealed record SchoolCount(Guid Id, string Name, int Errors, int Warnings, int Hints);

    /// <summary>What is shown; <paramref name="Last"/> is null where nothing was checked yet.</summary>
    public sealed record View(RollCheck? Last, DateTime? LastAt, IReadOnlyList<RuleLine> Rules, IReadOnlyList<SchoolCount> Schools, UnitCard? School, bool ReachesAll);

    private sealed record Counted(string Rule, Guid School, int All, int New);

    /// <param name="school">Only this school.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<View> RunAsync(Guid? school, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.Edit, ct);
        // Who reaches one school is shown that school.
        school ??= reached is { Count: 1 } ? reached.First() : null;
        var today = time.Today();
        var last = await schools.Checks.AsNoTracking().OrderByDescending(check => check.Id).FirstOrDefaultAsync(ct);
        var open = CheckedRows.Open(schools, reached).Where(finding => school == null || finding.SchoolId == school);
        var since = last?.At ?? DateTime.MaxValue;
        var all = await CountAsync(open, since, ct);
        var allowed = (await CountAsync(open.Where(finding => schools.Allowances.Any(one => one.Rule == finding.Rule && one.RowId == finding.RowId && one.Since <= today && one.Until > today)), since, ct))
            .ToDictionary(one => (one.Rule, one.School), one => one.All);
        var rules = CheckedRows.RulesFor(actor);
        var lines = rules.GroupJoin(all, rule => rule.Id, one => one.Rule, (rule, some) => some.ToList() is var found
            ? new RuleLine(rule, found.Sum(one => one.All), found.Sum(one => allowed.GetValueOrDefault((one.Rule, one.School))), found.Sum(one => one.New), found.Count) : null!); // always a list
        var names = (await units.AllAsync(ct)).ToDictionary(unit => unit.Id);
        return new(last, last is null ? null : last.At.ToLocal(time), [.. lines.OrderBy(line => line.Rule.Severity).ThenByDescending(line => line.Open - line.Allowed)],
            BySchool(all, allowed, rules.ToDictionary(rule => rule.Id), names), school is { } id && reached?.Contains(id) != false ? names.GetValueOrDefault(id) : null, reached is null);
    }

    private static Task<List<Counted>> CountAsync(IQueryable<RollFinding> open, DateTime since, CancellationToken ct) =>
        open.GroupBy(finding => new { finding.Rule, finding.SchoolId }).Select(some => new Counted(some.Key.Rule, some.Key.SchoolId, some.Count(), some.Sum(finding => finding.FoundAt >= since ? 1 : 0))).ToListAsync(ct);

    private static List<SchoolCount> BySchool(List<Counted> all, Dictionary<(string, Guid), int> allowed, Dictionary<string, RollRule> rules, Dictionary<Guid, UnitCard> names)
    {
        var counts = new Dictionary<Guid, int[]>();
        foreach (var one in all.Where(one => rules.ContainsKey(one.Rule)))
        {
            if (!counts.TryGetValue(one.School, out var count))
                counts.Add(one.School, count = new int[3]);
            count[(int)rules[one.Rule].Severity] += one.All - allowed.GetValueOrDefault((one.Rule, one.School));
        }
        return [.. counts.Select(one => new SchoolCount(one.Key, names.TryGetValue(one.Key, out var unit) ? unit.Name : "", one.Value[0], one.Value[1], one.Value[2]))
            .OrderByDescending(one => one.Errors).ThenByDescending(one => one.Warnings).ThenBy(one => one.Name, StringComparer.Ordinal)];
    }
}

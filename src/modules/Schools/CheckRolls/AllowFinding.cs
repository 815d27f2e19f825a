using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Schools.Model;

namespace Shuren.Schools.CheckRolls;

/// <summary>What a page about one finding shows.</summary>
internal sealed record FindingView(RollRule Rule, FindingLine Line);

/// <summary>One finding, for who may accept it.</summary>
internal sealed class ReadFinding(SchoolsDb schools, FindFindings find, Actor actor) : IHandler
{
    /// <returns>Null where there is none for this actor.</returns>
    public async Task<FindingView?> RunAsync(Guid id, CancellationToken ct)
    {
        if (!actor.Can(SchoolsRights.Manage) || await schools.Findings.AsNoTracking().FirstOrDefaultAsync(finding => finding.Id == id && finding.GoneAt == null, ct) is not { } row)
            return null;
        return await find.OfAsync(row, ct);
    }
}

/// <summary>
/// Accepts that a row breaks a rule, with a reason and until a day (认可例外). The bureau accepts, not the school that it is about: nothing closes by saying so.
/// </summary>
internal sealed class AllowFinding(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <param name="finding">What was found.</param>
    /// <param name="reason">Why it is right as it is; at least 4 characters.</param>
    /// <param name="until">The first day on which it is accepted no longer.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>The exception, or <c>CheckNotYours</c>, <c>FindingGone</c>, <c>AllowReason</c>, <c>AllowUntil</c>, <c>AllowedAlready</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid finding, string reason, DateOnly? until, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Manage, ct) is not null)
            return new Refusal("CheckNotYours");
        if (await schools.Findings.AsNoTracking().FirstOrDefaultAsync(row => row.Id == finding && row.GoneAt == null, ct) is not { } found)
            return new Refusal("FindingGone");
        var (said, today) = (reason.Trim(), time.Today());
        var wrong = new List<Refusal>();
        if (said.Length is < 4 or > 200)
            wrong.Add(new("AllowReason", "reason"));
        if (until is not { } end || end <= today || end > today.AddYears(Allowances.MostYears))
            wrong.Add(new("AllowUntil", "until", Allowances.MostYears));
        if (wrong.Count > 0)
            return wrong;
        if (await schools.Allowances.AnyAsync(one => one.Rule == found.Rule && one.RowId == found.RowId && one.Until > today, ct))
            return new Refusal("AllowedAlready");
        process.Begin("schools.allow-finding", Finding(found), said);
        var allowance = new RollAllowance { Rule = found.Rule, RowId = found.RowId, SchoolId = found.SchoolId, Reason = said, By = process.Actor.Name, Since = today, Until = until!.Value }; // asked above
        schools.Allowances.Add(allowance);
        await schools.SaveAsync(ct);
        return allowance.Id;
    }

    internal static Ref Finding(RollFinding finding) => new("schools", "rollfinding", finding.Id);
}

/// <summary>Bounds of exceptions.</summary>
internal static class Allowances
{
    /// <summary>None is for longer: then somebody looks again.</summary>
    public const int MostYears = 6;
}

/// <summary>Takes an exception back: the finding counts again from today.</summary>
internal sealed class EndAllowance(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>CheckNotYours</c>, <c>AllowanceUnknown</c>, <c>AllowReason</c>.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid allowance, string reason, CancellationToken ct)
    {
        if (await reach.RunAsync(SchoolsRights.Manage, ct) is not null)
            return new Refusal("CheckNotYours");
        var today = time.Today();
        if (await schools.Allowances.AsTracking().FirstOrDefaultAsync(row => row.Id == allowance && row.Until > today, ct) is not { } found)
            return new Refusal("AllowanceUnknown");
        if (reason.Trim().Length is < 4 or > 200)
            return new Refusal("AllowReason", "reason");
        process.Begin("schools.end-allowance", new Ref("schools", "rollallowance", allowance), reason.Trim());
        found.Until = today;
        await schools.SaveAsync(ct);
        return new Done();
    }
}

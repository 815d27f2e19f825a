using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>A visit as it is written down.</summary>
/// <param name="On">Its day.</param>
/// <param name="Visitors">Who went.</param>
/// <param name="Met">Whom they met.</param>
/// <param name="Result">What it brought.</param>
/// <param name="Agreed">What was agreed, or found.</param>
/// <param name="NextBy">The day by which the next one is due.</param>
internal sealed record VisitWords(DateOnly? On, string Visitors, string Met, VisitResult Result, string Agreed, DateOnly? NextBy);

/// <summary>Writes a home visit down. Every visit says by when the next one is due: the roll, not a visit, ends the entry.</summary>
internal sealed class RecordVisit(SchoolsDb schools, SchoolScope reach, DropOutList list, DropOutLedger ledger, Process process) : IHandler
{
    /// <summary>The next visit is due within so many days.</summary>
    public const int LongestWait = 60;

    /// <returns>The visit, or the refusals <c>DropOutNotFound</c>, <c>NotYours</c>, <c>DropOutEnded</c>, <c>VisitDay</c>, <c>VisitVisitors</c>, <c>VisitMet</c>, <c>VisitAgreed</c>, <c>VisitNext</c>.</returns>
    public async Task<Outcome<Guid>> RunAsync(Guid id, VisitWords words, CancellationToken ct)
    {
        if (await schools.DropOuts.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } entry)
            return new Refusal("DropOutNotFound");
        if (await reach.RunAsync(SchoolsRights.KeepDropOuts, ct) is { } reached && !reached.Contains(entry.SchoolId))
            return new Refusal("NotYours");
        if (await list.FindAsync(id, ct) is not { Standing: DropOutStanding.Open } now)
            return new Refusal("DropOutEnded");
        if (Problems(words, entry, ledger.Today) is { Count: > 0 } problems)
            return problems;
        process.Begin("schools.record-visit", SchoolsRefs.DropOut(id));
        // Two who write a visit at once are told: the entry's version counts up.
        schools.Touch(entry);
        var visit = new HomeVisit
        {
            DropOutId = id, Number = now.Visits.Count + 1, On = words.On!.Value, Visitors = words.Visitors.Trim(), Met = words.Met.Trim(), Result = words.Result, Agreed = words.Agreed.Trim(), // Problems asked
            NextBy = words.NextBy!.Value, By = process.Actor.Name, At = process.At,
        };
        schools.HomeVisits.Add(visit);
        await schools.SaveAsync(ct);
        return visit.Id;
    }

    private static List<Refusal> Problems(VisitWords words, DropOut entry, DateOnly today)
    {
        var problems = new List<Refusal>();
        if (words.On is not { } on || on < entry.Since || on > today)
            problems.Add(new("VisitDay", "on", entry.Since, today));
        if (words.Visitors.Trim().Length is < 2 or > 80)
            problems.Add(new("VisitVisitors", "visitors"));
        if (words.Met.Trim().Length > 80 || (words.Met.Trim().Length == 0 && words.Result is not (VisitResult.NobodyHome or VisitResult.MovedAway)))
            problems.Add(new("VisitMet", "met"));
        if (words.Agreed.Trim().Length is < 2 or > 400)
            problems.Add(new("VisitAgreed", "agreed"));
        if (words.NextBy is not { } next || next <= today || next > today.AddDays(LongestWait))
            problems.Add(new("VisitNext", "nextBy", today, today.AddDays(LongestWait)));
        return problems;
    }
}

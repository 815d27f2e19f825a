using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>What is known when a child is entered.</summary>
/// <param name="Reason">Why it stays away, as far as it is known.</param>
/// <param name="Detail">The same in words.</param>
/// <param name="SchoolPerson">Who answers at the school.</param>
/// <param name="TownPerson">Who answers at the town.</param>
internal sealed record DropOutFacts(DropOutReason Reason, string Detail, string SchoolPerson, string TownPerson)
{
    /// <summary>Nothing yet: the ledger asks for it.</summary>
    public static DropOutFacts None { get; } = new(DropOutReason.Unknown, "", "", "");

    /// <summary>Why they cannot be kept, or null.</summary>
    public Refusal? Refused => Detail.Length > 400 || SchoolPerson.Length > 60 || TownPerson.Length > 60 ? new Refusal("DropOutLong", "detail") : null;
}

/// <summary>Enters a child into the ledger, within the act that noted that it stays away.</summary>
internal sealed class DropOutLedger(SchoolsDb schools, DropOutList list, IWorkingDays workingDays, Process process, TimeProvider time)
{
    /// <summary>The first visit is due so many working days after the entry. No national rule says how many; districts' own plans say three.</summary>
    public const int FirstVisitWorkingDays = 3;

    public DateOnly Today => time.Today();

    /// <summary>Whether the child must go to school (义务教育法 art. 11): it sits in a grade of primary or junior school, or is six to fifteen years old.</summary>
    public static bool IsCompulsory(int? grade, DateOnly bornOn, DateOnly day) => grade switch
    {
        { } sits when sits / 10 is 1 or 2 => true,
        null or >= 50 => day >= bornOn.AddYears(6) && day < bornOn.AddYears(16),
        _ => false,
    };

    /// <summary>Whether the child has an entry that is open.</summary>
    public async Task<bool> HasOpenAsync(Guid pupil, CancellationToken ct) => (await list.RunAsync(schools.DropOuts.Where(entry => entry.PupilId == pupil), ct)).Any(entry => entry.Standing == DropOutStanding.Open);

    /// <summary>Adds the entry to what is saved next.</summary>
    public async Task<Guid> EnterAsync(Guid pupil, Guid school, DateOnly since, DropOutFinding finding, DropOutFacts facts, CancellationToken ct)
    {
        var entry = new DropOut
        {
            PupilId = pupil, SchoolId = school, Since = since, Finding = finding, Reason = facts.Reason, Detail = facts.Detail.Trim(), SchoolPerson = facts.SchoolPerson.Trim(), TownPerson = facts.TownPerson.Trim(),
            RecordedBy = process.Actor.Name, RecordedAt = process.At, FirstVisitBy = (await workingDays.CalendarAsync(ct)).AddWorkingDays(Today, FirstVisitWorkingDays),
        };
        schools.DropOuts.Add(entry);
        return entry.Id;
    }
}

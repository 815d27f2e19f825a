using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>A hand-over in a list, from the side that hands over.</summary>
internal sealed record HandOverLineOut(HandOver HandOver, string School, string Receiver, HandOverCounts Counts, bool IsClosed);

/// <summary>What a school receives of a hand-over.</summary>
/// <param name="HandOver">The hand-over.</param>
/// <param name="Receiver">The school that receives.</param>
/// <param name="ReceiverName">Its name.</param>
/// <param name="From">The school that hands over.</param>
/// <param name="Counts">Of the children that were handed to it, and of those named for it (待送).</param>
internal sealed record HandOverLineIn(HandOver HandOver, Guid Receiver, string ReceiverName, string From, HandOverCounts Counts);

/// <summary>A school whose leaving grade nobody hands over yet.</summary>
internal sealed record WithoutHandOver(Guid School, string Name, int FromYear, int Children);

/// <summary>The hand-overs of a year in the actor's scope, from both sides, and the schools that have none. A handful of queries, whatever the number of schools.</summary>
internal sealed class FindHandOvers(SchoolsDb schools, SchoolScope scope, HandOverList list, IUnitDirectory units, TimeProvider time) : IHandler
{
    /// <summary>What is shown.</summary>
    public sealed record View(int Year, IReadOnlyList<int> Years, IReadOnlyList<HandOverLineOut> Out, IReadOnlyList<HandOverLineIn> In, IReadOnlyList<WithoutHandOver> Without)
    {
        /// <summary>Of all hand-overs that are shown from the side that hands over.</summary>
        public HandOverCounts Sum => new(Out.Sum(row => row.Counts.All), Out.Sum(row => row.Counts.Confirmed), Out.Sum(row => row.Counts.Elsewhere), Out.Sum(row => row.Counts.Listed), Out.Sum(row => row.Counts.Sent), Out.Sum(row => row.Counts.NotArrived));
    }

    /// <param name="year">The year in which the school year began that the leaving grade finishes; null for the last with a hand-over.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<View> RunAsync(int? year, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.ViewPupils, ct);
        var without = await WithoutAsync(reached, ct);
        var years = await schools.HandOvers.Select(row => row.FromYear).Distinct().OrderByDescending(one => one).ToListAsync(ct);
        var shown = year ?? (years.Count > 0 ? years[0] : Kernel.Period.SchoolYearOf(time.Today()));
        var all = await schools.HandOvers.AsNoTracking().Where(row => row.FromYear == shown).ToDictionaryAsync(row => row.Id, ct);
        var children = await list.RunAsync(all.Keys, ct);
        var parts = all.Values.SelectMany(row => children[row.Id].Select(child => (row, child, receiver: child.ReceiverIn(row)))).Where(one => one.receiver is { } receiver && reached?.Contains(receiver) != false).GroupBy(one => (one.row.Id, Receiver: one.receiver!.Value)); // those without were left out
        var closed = (await schools.HandOverClosures.AsNoTracking().Select(row => row.HandOverId).Distinct().ToListAsync(ct)).ToHashSet();
        var names = await units.FindAsync([.. all.Values.SelectMany(row => (Guid?[])[row.SchoolId, row.ReceiverId]).Concat(parts.Select(part => (Guid?)part.Key.Receiver)).OfType<Guid>().Distinct()], ct);
        return new(shown, years,
            [
                .. all.Values.Where(row => reached?.Contains(row.SchoolId) != false).OrderBy(row => names[row.SchoolId].Order).ThenBy(row => row.Id)
                    .Select(row => (row, counts: HandOverCounts.Of(children[row.Id]))).Select(one => new HandOverLineOut(one.row, names[one.row.SchoolId].Name, one.row.ReceiverId is { } receiver ? names[receiver].ShortName : "", one.counts, one.counts.Open == 0 && closed.Contains(one.row.Id))),
            ],
            [
                .. parts.Select(part => new HandOverLineIn(all[part.Key.Id], part.Key.Receiver, names[part.Key.Receiver].Name, names[all[part.Key.Id].SchoolId].Name, HandOverCounts.Of(part.Select(one => one.child))))
                    .OrderBy(part => names[part.Receiver].Order).ThenBy(part => part.Receiver).ThenBy(part => part.HandOver.Id),
            ], without);
    }

    private async Task<IReadOnlyList<WithoutHandOver>> WithoutAsync(IReadOnlySet<Guid>? reached, CancellationToken ct)
    {
        var today = time.Today();
        var fiveYears = schools.SchoolParts.Where(part => part.Stage == Stage.Primary && part.Years == 5 && part.Since <= today && (part.Until == null || part.Until > today)).Select(part => part.SchoolId);
        var rows = await schools.Enrolments.AsNoTracking().Where(row => row.Until == null && (row.Grade == Grades.LastOfPrimary || (row.Grade == 15 && fiveYears.Contains(row.SchoolId))))
            .GroupBy(row => new { row.SchoolId, row.SchoolYear }).Select(group => new { group.Key.SchoolId, group.Key.SchoolYear, Count = group.Count() }).ToListAsync(ct);
        var there = (await schools.HandOvers.AsNoTracking().Select(row => new { row.SchoolId, row.FromYear }).ToListAsync(ct)).Select(row => (row.SchoolId, row.FromYear)).ToHashSet();
        var first = rows.Where(row => reached?.Contains(row.SchoolId) != false).GroupBy(row => row.SchoolId).Select(school => school.MinBy(row => row.SchoolYear)!).Where(row => !there.Contains((row.SchoolId, row.SchoolYear))).ToList(); // a group has a row
        var names = await units.FindAsync([.. first.Select(row => row.SchoolId)], ct);
        return [.. first.Where(row => names.ContainsKey(row.SchoolId)).OrderBy(row => names[row.SchoolId].Order).ThenBy(row => row.SchoolId).Select(row => new WithoutHandOver(row.SchoolId, names[row.SchoolId].Name, row.SchoolYear, row.Count))];
    }
}

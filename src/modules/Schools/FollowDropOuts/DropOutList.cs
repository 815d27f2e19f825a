using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.FollowDropOuts;

/// <summary>Reads entries of the ledger with their visits, what was reported, and the roll's word on each child: three queries, whatever their number.</summary>
internal sealed class DropOutList(SchoolsDb schools) : IHandler
{
    public async Task<IReadOnlyList<DropOutCase>> RunAsync(IQueryable<DropOut> entries, CancellationToken ct)
    {
        var rows = await entries.AsNoTracking().OrderBy(entry => entry.Since).ThenBy(entry => entry.Id).Select(entry => new
        {
            entry,
            Returned = schools.Enrolments.Where(row => row.PupilId == entry.PupilId && row.Status == EnrolmentStatus.Attending && row.Since >= entry.Since).Min(row => (DateOnly?)row.Since),
            IsOnRoll = schools.Enrolments.Any(row => row.PupilId == entry.PupilId && row.Until == null),
            Gone = schools.Enrolments.Where(row => row.PupilId == entry.PupilId && row.Until > entry.Since && (row.Ended == EnrolmentEnd.TransferredOut || row.Ended == EnrolmentEnd.Died
                || row.Ended == EnrolmentEnd.Left || row.Ended == EnrolmentEnd.Graduated || row.Ended == EnrolmentEnd.Completed)).Max(row => row.Until),
        }).ToListAsync(ct);
        var ids = rows.Select(row => row.entry.Id).ToArray();
        var visits = (await schools.HomeVisits.AsNoTracking().Where(visit => ids.Contains(visit.DropOutId)).OrderBy(visit => visit.Number).ToListAsync(ct)).ToLookup(visit => visit.DropOutId);
        var escalations = (await schools.DropOutEscalations.AsNoTracking().Where(row => ids.Contains(row.DropOutId)).OrderBy(row => row.Id).ToListAsync(ct)).ToLookup(row => row.DropOutId);
        return [.. rows.Select(row => new DropOutCase
        {
            Entry = row.entry, Returned = row.Returned, Gone = row.IsOnRoll ? null : row.Gone, Visits = [.. visits[row.entry.Id]], Escalations = [.. escalations[row.entry.Id]],
        })];
    }

    /// <summary>One of them; null where there is none.</summary>
    public async Task<DropOutCase?> FindAsync(Guid id, CancellationToken ct) => (await RunAsync(schools.DropOuts.Where(entry => entry.Id == id), ct)).SingleOrDefault();
}

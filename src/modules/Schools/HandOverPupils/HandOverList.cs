using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>The children of hand-overs: those listed when it was opened or spoken of since, and whoever else has been on the leaving grade's roll since then. Three queries, whatever their number.</summary>
internal sealed class HandOverList(SchoolsDb schools, TimeProvider time) : IHandler
{
    public async Task<ILookup<Guid, HandOverChild>> RunAsync(IReadOnlyCollection<Guid> handOvers, CancellationToken ct)
    {
        if (handOvers.Count == 0)
            return Array.Empty<HandOverChild>().ToLookup(child => child.HandOverId);
        var ids = handOvers.ToArray();
        return (await SpokenOfAsync(ids, ct)).Concat(await NewAsync(ids, ct)).ToLookup(child => child.HandOverId);
    }

    private async Task<IEnumerable<HandOverChild>> SpokenOfAsync(Guid[] ids, CancellationToken ct)
    {
        var rows = await (
            from line in schools.HandOverLines.AsNoTracking()
            where ids.Contains(line.HandOverId)
            join handOver in schools.HandOvers on line.HandOverId equals handOver.Id
            select new
            {
                line,
                IsOnRoll = schools.Enrolments.Any(row => row.PupilId == line.PupilId && row.Until == null && row.SchoolId == handOver.SchoolId && row.SchoolYear == handOver.FromYear && row.Grade >= handOver.Grade && row.Grade <= Grades.LastOfPrimary),
            }).ToListAsync(ct);
        var last = await (
            from word in schools.HandOverWords.AsNoTracking()
            join line in schools.HandOverLines on word.LineId equals line.Id
            where ids.Contains(line.HandOverId) && !schools.HandOverWords.Any(later => later.LineId == word.LineId && later.Number > word.Number)
            select word).ToDictionaryAsync(word => word.LineId, ct);
        return rows.Select(row => new HandOverChild { HandOverId = row.line.HandOverId, PupilId = row.line.PupilId, LineId = row.line.Id, OwnReceiver = row.line.ReceiverId, Word = last.GetValueOrDefault(row.line.Id), IsOnRoll = row.IsOnRoll });
    }

    // Who came onto the leaving grade's roll after the opening; also who has left it again before anybody said a word.
    private async Task<IEnumerable<HandOverChild>> NewAsync(Guid[] ids, CancellationToken ct)
    {
        var rows = await (
            from handOver in schools.HandOvers.AsNoTracking()
            where ids.Contains(handOver.Id)
            join row in schools.Enrolments on handOver.SchoolId equals row.SchoolId
            where row.SchoolYear == handOver.FromYear && row.Grade >= handOver.Grade && row.Grade <= Grades.LastOfPrimary
            where !schools.HandOverLines.Any(line => line.HandOverId == handOver.Id && line.PupilId == row.PupilId)
            select new { handOver.Id, handOver.OpenedAt, row.PupilId, row.Until }).ToListAsync(ct);
        return rows.Where(row => row.Until is not { } until || until > row.OpenedAt.ToLocalDay(time)).GroupBy(row => (row.Id, row.PupilId))
            .Select(row => new HandOverChild { HandOverId = row.Key.Id, PupilId = row.Key.PupilId, LineId = null, OwnReceiver = null, Word = null, IsOnRoll = row.Any(one => one.Until is null) });
    }
}

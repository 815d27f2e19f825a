using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>
/// What a hand-over gives people to do: the sending school to hand over, to follow up who did not arrive and to finish; the receiving school to confirm;
/// who opened it at the bureau, to press once it is late. Only at the units where a person holds a role.
/// </summary>
internal sealed class HandOverTodos(SchoolsDb schools, HandOverList list, IUnitDirectory units) : ITodoSource
{
    public string? SeenWith => SchoolsRights.Edit;

    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Can(SchoolsRights.Edit))
            return [];
        var own = actor.Units.Where(unit => actor.CanFor(SchoolsRights.Edit, unit)).ToHashSet();
        var (mine, me, first) = (own.ToArray(), actor.AccountId, today.Year - 2);
        var running = await schools.HandOvers.AsNoTracking().Where(row => row.FromYear >= first && (mine.Contains(row.SchoolId) || row.OpenedById == me
            || schools.HandOverLines.Any(line => line.HandOverId == row.Id && schools.HandOverWords.Any(word => word.LineId == line.Id && word.SchoolId != null && mine.Contains(word.SchoolId.Value))))).ToListAsync(ct);
        if (running.Count == 0)
            return [];
        var closed = (await schools.HandOverClosures.AsNoTracking().Select(row => row.HandOverId).Distinct().ToListAsync(ct)).ToHashSet();
        var children = await list.RunAsync([.. running.Select(row => row.Id)], ct);
        var names = await units.FindAsync([.. running.Select(row => row.SchoolId).Distinct()], ct);
        return [.. running.SelectMany(row => OfSending(row).Concat(OfReceiving(row)).Concat(OfBureau(row)))];

        IEnumerable<Todo> OfSending(HandOver row)
        {
            if (!own.Contains(row.SchoolId))
                yield break;
            var counts = HandOverCounts.Of(children[row.Id]);
            if (counts.Listed > 0)
                yield return Of(row, HandOverText.TodoSend.Filled(counts.Listed), HandOverText.TodoSendWhy, row.On, HandOverText.TodoSendAct, HandOverLinks.HandOver(row.Id));
            if (counts.NotArrived > 0)
                yield return Of(row, HandOverText.TodoFollow.Filled(counts.NotArrived), HandOverText.TodoFollowWhy, row.DueOn, HandOverText.TodoFollowAct, HandOverLinks.HandOver(row.Id, HandOverState.NotArrived));
            if (counts.Open == 0 && !closed.Contains(row.Id) && today >= row.On)
                yield return Of(row, HandOverText.TodoClose.Filled(counts.All), HandOverText.TodoCloseWhy, row.DueOn, HandOverText.TodoCloseAct, HandOverLinks.HandOver(row.Id));
        }

        IEnumerable<Todo> OfReceiving(HandOver row) => today < row.On ? [] : children[row.Id].Where(child => child.State == HandOverState.Sent).GroupBy(child => child.Word?.SchoolId)
            .Where(part => part.Key is { } school && own.Contains(school))
            .Select(part => Of(row, HandOverText.TodoConfirm.Filled(part.Count(), names[row.SchoolId].ShortName), HandOverText.TodoConfirmWhy, row.DueOn, HandOverText.TodoConfirmAct, HandOverLinks.Receive(row.Id, part.Key!.Value))); // asked for above

        IEnumerable<Todo> OfBureau(HandOver row)
        {
            if (row.OpenedById != actor.AccountId || own.Contains(row.SchoolId) || today <= row.DueOn || HandOverCounts.Of(children[row.Id]) is not { Open: > 0 } counts)
                yield break;
            yield return Of(row, HandOverText.TodoLate.Filled(names[row.SchoolId].ShortName, counts.Open), HandOverText.TodoLateWhy.Filled(counts.Listed, counts.Sent, counts.NotArrived), row.DueOn, HandOverText.TodoLateAct, HandOverLinks.HandOver(row.Id));
        }

        static Todo Of(HandOver row, string title, string why, DateOnly due, string act, string href) => new(title, why, due, SchoolsText.Schools, act, href, SchoolsRefs.HandOver(row.Id));
    }
}

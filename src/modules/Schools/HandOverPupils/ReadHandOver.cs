using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Masks;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>A child as both sides see it: the name as lists of pupils show it, the number masked.</summary>
/// <param name="Pupil">The child.</param>
/// <param name="Name">Its name.</param>
/// <param name="Sex">Its sex.</param>
/// <param name="BornOn">Its birthday.</param>
/// <param name="IdNumber">Masked.</param>
/// <param name="Class">The class that it leaves; empty where none is known.</param>
/// <param name="ClassId">The same.</param>
/// <param name="Child">How it stands.</param>
/// <param name="Receiver">The school that receives it; empty where none is named.</param>
/// <param name="Now">Where today's roll has it, for who was moved: school and grade; empty for who is on no roll.</param>
internal sealed record HandOverPupil(Guid Pupil, string Name, Sex Sex, DateOnly BornOn, string IdNumber, string Class, Guid? ClassId, HandOverChild Child, string Receiver, string Now);

/// <summary>A hand-over with its children: whole for the sending school and the bureau, the part that concerns it for a receiving school.</summary>
internal sealed class ReadHandOver(SchoolsDb schools, SchoolScope scope, HandOverList list, IUnitDirectory units) : IHandler
{
    /// <summary>What is shown.</summary>
    /// <param name="HandOver">The hand-over.</param>
    /// <param name="School">The school that hands over.</param>
    /// <param name="Receiver">The school that receives whoever is not handed to another; empty where none is named.</param>
    /// <param name="Counts">Of the children that this side answers for.</param>
    /// <param name="Pupils">Those children, by class and name.</param>
    /// <param name="Coming">For a receiving school: children whom the other side has named for it and not handed over yet.</param>
    /// <param name="Closure">The last word that it is finished; null where nobody said so or a child is open.</param>
    public sealed record View(HandOver HandOver, string School, string Receiver, HandOverCounts Counts, IReadOnlyList<HandOverPupil> Pupils, int Coming, HandOverClosure? Closure);

    /// <param name="id">The hand-over.</param>
    /// <param name="receiver">The receiving school whose part is asked for; null for the whole.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>Null when there is none for this actor.</returns>
    public async Task<View?> RunAsync(Guid id, Guid? receiver, CancellationToken ct)
    {
        var reached = await scope.RunAsync(SchoolsRights.ViewPupils, ct);
        if (await schools.HandOvers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id, ct) is not { } handOver || reached?.Contains(receiver ?? handOver.SchoolId) == false)
            return null;
        var all = (await list.RunAsync([id], ct))[id].ToList();
        var shown = receiver is { } school ? all.FindAll(child => child.Word?.SchoolId == school && child.State is (HandOverState.Sent or HandOverState.NotArrived or HandOverState.Confirmed)) : all;
        var coming = all.Count(child => child.State == HandOverState.Listed && child.ReceiverIn(handOver) == receiver);
        if (receiver is not null && shown.Count + coming == 0)
            return null;
        var closure = all.Exists(child => child.IsOpen) ? null : await schools.HandOverClosures.AsNoTracking().Where(row => row.HandOverId == id).OrderByDescending(row => row.Id).FirstOrDefaultAsync(ct);
        var names = await NamesAsync(handOver, shown, ct);
        return new(handOver, Name(names, handOver.SchoolId), handOver.ReceiverId is { } named ? Name(names, named) : "", HandOverCounts.Of(shown), await PupilsAsync(handOver, shown, names, ct), receiver is null ? 0 : coming, closure);
    }

    private async Task<IReadOnlyList<HandOverPupil>> PupilsAsync(HandOver handOver, List<HandOverChild> children, Dictionary<Guid, string> names, CancellationToken ct)
    {
        var ids = children.Select(child => child.PupilId).ToArray();
        var pupils = await schools.Pupils.AsNoTracking().Where(pupil => ids.Contains(pupil.Id)).ToDictionaryAsync(pupil => pupil.Id, ct);
        var left = (await (from row in schools.Enrolments.AsNoTracking()
                           where ids.Contains(row.PupilId) && row.SchoolId == handOver.SchoolId && row.SchoolYear == handOver.FromYear
                           join taught in schools.Classes on row.ClassId equals taught.Id
                           select new { row.PupilId, row.Since, taught.Id, taught.Name, taught.Number }).ToListAsync(ct)).GroupBy(row => row.PupilId).ToDictionary(rows => rows.Key, rows => rows.MaxBy(row => row.Since)!); // a group has a row
        var now = await schools.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PupilId) && row.Until == null).ToDictionaryAsync(row => row.PupilId, ct);
        var elsewhere = await units.FindAsync([.. now.Values.Select(row => row.SchoolId).Distinct()], ct);
        return
        [
            .. children.Select(child => (child, pupil: pupils[child.PupilId], taught: left.GetValueOrDefault(child.PupilId))).OrderBy(one => one.taught?.Number ?? int.MaxValue).ThenBy(one => one.pupil.Name, StringComparer.Ordinal).ThenBy(one => one.pupil.Id)
                .Select(one => new HandOverPupil(one.pupil.Id, one.pupil.Name, one.pupil.Sex, one.pupil.BornOn, Mask.Of(MaskKind.Code, one.pupil.IdNumber), one.taught?.Name ?? "", one.taught?.Id, one.child,
                    one.child.ReceiverIn(handOver) is { } receiver ? Name(names, receiver) : "",
                    one.child.State == HandOverState.Moved && now.TryGetValue(one.child.PupilId, out var row) ? $"{elsewhere.GetValueOrDefault(row.SchoolId)?.ShortName} {SchoolWords.Grade(row.Grade)}" : "")),
        ];
    }

    private async Task<Dictionary<Guid, string>> NamesAsync(HandOver handOver, List<HandOverChild> children, CancellationToken ct)
    {
        Guid?[] named = [handOver.SchoolId, handOver.ReceiverId, .. children.Select(child => child.ReceiverIn(handOver))];
        return (await units.FindAsync([.. named.OfType<Guid>().Distinct()], ct)).ToDictionary(unit => unit.Key, unit => unit.Value.Name);
    }

    private static string Name(Dictionary<Guid, string> names, Guid school) => names.GetValueOrDefault(school, "");
}

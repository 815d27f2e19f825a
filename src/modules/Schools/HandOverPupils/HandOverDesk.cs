using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>What every act on a hand-over does alike: find the children it is about, write a word on each, and move them on the roll.</summary>
internal sealed class HandOverDesk(SchoolsDb schools, HandOverList list, Process process, TimeProvider time)
{
    public DateOnly Today => time.Today();

    /// <summary>The hand-over, to be changed; null where there is none. Two who act in one at the same moment are told: its version counts up.</summary>
    public async Task<HandOver?> TakeAsync(Guid id, CancellationToken ct)
    {
        var handOver = await schools.HandOvers.AsTracking().FirstOrDefaultAsync(row => row.Id == id, ct);
        if (handOver is not null)
            schools.Touch(handOver);
        return handOver;
    }

    /// <summary>Those of the children that were chosen and are as the act needs them. Who meanwhile stands otherwise is left out.</summary>
    public async Task<List<HandOverChild>> ChooseAsync(HandOver handOver, IReadOnlyCollection<Guid> pupils, Func<HandOverChild, bool> takes, CancellationToken ct)
    {
        var chosen = pupils.ToHashSet();
        return [.. (await list.RunAsync([handOver.Id], ct))[handOver.Id].Where(child => chosen.Contains(child.PupilId) && takes(child))];
    }

    /// <summary>Whether a school teaches a stage on a day.</summary>
    public Task<bool> TeachesAsync(Guid school, Stage stage, DateOnly on, CancellationToken ct) =>
        schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == stage && part.Since <= on && (part.Until == null || part.Until > on), ct);

    /// <summary>Writes a word on a child.</summary>
    public void Say(HandOverChild child, HandOverWordKind kind, Guid? school, string why = "")
    {
        schools.HandOverWords.Add(new() { LineId = LineOf(child), Number = (child.Word?.Number ?? 0) + 1, Kind = kind, SchoolId = school, Why = why, By = process.Actor.Name, At = process.At });
    }

    /// <summary>Names the school for a child of whom nothing was said yet.</summary>
    public void Name(HandOverChild child, Guid school)
    {
        if (child.LineId is { } line)
            schools.UpdateSet(schools.HandOverLines.Where(row => row.Id == line), set => set.SetProperty(row => row.ReceiverId, (Guid?)school));
        else
            schools.HandOverLines.Add(new() { HandOverId = child.HandOverId, PupilId = child.PupilId, ReceiverId = school });
    }

    /// <summary>
    /// Ends the children's rows in the leaving grade and begins those that follow, on the first day of the new school year; who came onto the roll after it, today.
    /// Who moves one of them at the same moment is told: the pupils' versions count up.
    /// </summary>
    /// <returns>The refusals <c>HandOverMoved</c> where the roll has moved a child meanwhile, and <c>HandOverDay</c> where one came onto it only today.</returns>
    public async Task<Refusal?> MoveAsync(HandOver handOver, IReadOnlyCollection<HandOverChild> children, EnrolmentEnd how, string elsewhere, Func<Enrolment, DateOnly, Enrolment?> next, CancellationToken ct)
    {
        var ids = children.Select(child => child.PupilId).ToArray();
        foreach (var pupil in await schools.Pupils.AsTracking().Where(pupil => ids.Contains(pupil.Id)).ToListAsync(ct))
            schools.Touch(pupil);
        var rows = await schools.Enrolments.AsNoTracking().Where(row => ids.Contains(row.PupilId) && row.Until == null && row.SchoolId == handOver.SchoolId && row.SchoolYear == handOver.FromYear).ToListAsync(ct);
        if (rows.Count != children.Count)
            return new Refusal("HandOverMoved", "pupils");
        var today = Today;
        if (rows.Exists(row => row.Since >= today))
            return new Refusal("HandOverDay", "pupils", today);
        foreach (var days in rows.GroupBy(row => row.Since < handOver.On ? handOver.On : today))
        {
            var (on, ended) = (days.Key, days.Select(row => row.Id).ToArray());
            schools.UpdateSet(schools.Enrolments.Where(row => ended.Contains(row.Id) && row.Until == null),
                set => set.SetProperty(row => row.Until, (DateOnly?)on).SetProperty(row => row.Ended, (EnrolmentEnd?)how).SetProperty(row => row.Elsewhere, elsewhere));
            schools.InsertSet(days.Select(row => next(row, on)).OfType<Enrolment>().ToList());
        }
        return null;
    }

    private Guid LineOf(HandOverChild child)
    {
        if (child.LineId is { } line)
            return line;
        var added = new HandOverLine { HandOverId = child.HandOverId, PupilId = child.PupilId };
        schools.HandOverLines.Add(added);
        return added.Id;
    }
}

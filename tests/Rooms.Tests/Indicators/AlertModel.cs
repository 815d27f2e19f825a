using Shuren.Indicators.Model;

namespace Shuren.Rooms.Tests.Indicators;

/// <summary>One time that something was wrong, as the model says it.</summary>
internal sealed record Episode(DateOnly Since, DateOnly? FiredOn, DateOnly? EndedOn);

/// <summary>
/// The witness of the state machine: it has no state. It looks at the whole history of findings at once and searches for the days that the rule describes.
/// </summary>
internal sealed class AlertModel(int hold, int well, Func<DateOnly, bool> isWorking, Func<DateOnly, bool> isSilent)
{
    public IReadOnlyList<Episode> Of(IReadOnlyList<(DateOnly Day, Finding Finding)> history)
    {
        var episodes = new List<Episode>();
        for (var at = 0; at < history.Count;)
        {
            var rest = Enumerable.Range(at, history.Count - at).ToList();
            if (First(rest, index => history[index].Finding == Finding.Bad) is not { } began)
                break;
            var relief = First(rest, index => index > began && history[index].Finding == Finding.Well) ?? history.Count;
            var fired = First(rest, index => index >= began && index < relief && history[index].Finding == Finding.Bad && !isSilent(history[index].Day) && Counted(history[began].Day, history[index].Day) >= hold);
            if (fired is null)
            {
                if (relief == history.Count)
                    episodes.Add(new(history[began].Day, null, null));
                at = relief + 1;
                continue;
            }
            // It ends on the first good day by which enough days have been counted since the good began that no bad day has broken.
            var ended = First(rest, index => index > fired && history[index].Finding == Finding.Well && Counted(history[GoodBegan(history, index)].Day, history[index].Day) >= well);
            episodes.Add(new(history[began].Day, history[fired.Value].Day, ended is { } end ? history[end].Day : null));
            at = ended + 1 ?? history.Count;
        }
        return episodes;
    }

    private static int GoodBegan(IReadOnlyList<(DateOnly Day, Finding Finding)> history, int index)
    {
        var lastBad = Enumerable.Range(0, index).Last(earlier => history[earlier].Finding == Finding.Bad);
        return Enumerable.Range(lastBad, history.Count - lastBad).First(later => history[later].Finding == Finding.Well);
    }

    private int Counted(DateOnly from, DateOnly to) => Enumerable.Range(from.DayNumber + 1, to.DayNumber - from.DayNumber).Select(DateOnly.FromDayNumber).Count(day => isWorking(day) && !isSilent(day));

    private static int? First(IEnumerable<int> indexes, Func<int, bool> fits) => indexes.Where(fits).Select(index => (int?)index).FirstOrDefault();
}

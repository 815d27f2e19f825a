using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.KeepCalendar;

/// <summary>Changes days of the district's calendar and moves the deadlines that were given in working days, in one transaction.</summary>
internal sealed class ApplyCalendar(OrganizationDb organization, ReadCalendar calendar, PreviewCalendar preview, IEnumerable<IDeadlineKeeper> keepers, Process process, TimeProvider time) : IHandler
{
    /// <param name="wanted">The days as they shall be.</param>
    /// <param name="why">The notice or the reason; needed.</param>
    /// <param name="completes">The year whose public holidays are now all entered; null for none.</param>
    /// <param name="ct">Stops the wait.</param>
    /// <returns>How many days were changed.</returns>
    public async Task<Outcome<int>> RunAsync(IReadOnlyList<DayChange> wanted, string why, int? completes, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(why))
            return new Refusal("CalendarWhy", "Why");
        var looked = await preview.RunAsync(wanted, ct);
        if (!looked.Succeeded)
            return looked.Refusals.ToList();
        var changes = looked.Value.Changes;
        var before = await calendar.RunAsync(ct);
        process.Begin("organization.change-calendar", why: why.Trim());
        var numbers = changes.Select(change => change.Day.Year).Concat(completes is { } whole ? [whole] : []).Distinct().ToArray();
        var years = await organization.CalendarYears.Where(year => numbers.Contains(year.Year)).ToDictionaryAsync(year => year.Year, ct);
        foreach (var number in numbers.Where(number => !years.ContainsKey(number)))
            organization.CalendarYears.Add(years[number] = new() { Year = number });
        if (completes is { } complete)
            (years[complete].IsComplete, years[complete].Source) = (true, why.Trim());
        var days = changes.Select(change => change.Day).ToArray();
        var rows = await organization.CalendarDays.Where(day => days.Contains(day.Day)).ToDictionaryAsync(day => day.Day, ct);
        foreach (var change in changes)
            Write(change, years[change.Day.Year].Id, rows.GetValueOrDefault(change.Day));
        foreach (var keeper in keepers)
            await keeper.MoveAsync(before.ToWorkingCalendar(), before.With(changes, []).ToWorkingCalendar(), ct);
        await organization.SaveAsync(ct);
        return changes.Count;
    }

    /// <summary>Says that all public holidays of a year are entered: its deadlines are no longer provisional.</summary>
    public async Task<Outcome<Done>> CompleteAsync(int year, string why, CancellationToken ct)
    {
        if (!process.Actor.Can(OrganizationRights.ManageCalendar))
            return new Refusal("CalendarNotYours");
        if (string.IsNullOrWhiteSpace(why))
            return new Refusal("CalendarWhy", "Why");
        if (!(await calendar.RunAsync(ct)).Days.Values.Any(day => day.Day.Year == year && !day.Works && day.Origin != DayOrigin.Local))
            return new Refusal("CalendarNothing", "Why", year);
        process.Begin("organization.complete-calendar-year", why: why.Trim());
        var row = await organization.CalendarYears.FirstOrDefaultAsync(kept => kept.Year == year, ct);
        if (row is null)
            organization.CalendarYears.Add(row = new() { Year = year });
        (row.IsComplete, row.Source) = (true, why.Trim());
        await organization.SaveAsync(ct);
        return new Done();
    }

    private void Write(DayChange change, Guid year, CalendarDay? row)
    {
        var today = time.Today();
        if (change.Works is not { } works)
            organization.CalendarDays.Remove(row!); // Only a day that the district keeps differs when its word is taken back.
        else if (row is null)
            organization.CalendarDays.Add(new() { YearId = year, Day = change.Day, Works = works, Name = change.Name.Trim(), IsLocal = change.IsLocal, SetOn = today });
        else
            (row.Works, row.Name, row.IsLocal, row.SetOn) = (works, change.Name.Trim(), change.IsLocal, today);
    }
}

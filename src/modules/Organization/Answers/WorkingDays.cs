using System.Globalization;
using Shuren.Contracts.Organization;
using Shuren.Kernel;

namespace Shuren.Organization.Answers;

/// <summary>The national calendar that ships with the product: public holidays and make-up days from the State Council's yearly notices.</summary>
internal sealed class WorkingDays : IWorkingDays
{
    private static readonly Lazy<WorkingCalendar> National = new(Read);

    public Task<WorkingCalendar> CalendarAsync(CancellationToken ct) => Task.FromResult(National.Value);

    private static WorkingCalendar Read()
    {
        using var stream = typeof(WorkingDays).Assembly.GetManifestResourceStream("Shuren.Organization.Calendar.holidays.csv")!;
        using var reader = new StreamReader(stream);
        return new(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(','))
            .Select(cells => KeyValuePair.Create(DateOnly.ParseExact(cells[0], "yyyy-MM-dd", CultureInfo.InvariantCulture), cells[1] == "work")));
    }
}

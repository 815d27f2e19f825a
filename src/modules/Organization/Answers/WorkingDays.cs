using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepCalendar;

namespace Shuren.Organization.Answers;

/// <summary>Working days as the district keeps them: its own days above the national ones. One query a request.</summary>
internal sealed class WorkingDays(ReadCalendar calendar) : IWorkingDays
{
    public async Task<WorkingCalendar> CalendarAsync(CancellationToken ct) => (await calendar.RunAsync(ct)).ToWorkingCalendar();
}

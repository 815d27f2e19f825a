using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.ViewPlan;

/// <summary>What stands on top of every page of a plan.</summary>
internal sealed record PlanHead(Guid Id, string Title, PlanKind Kind, string Bureau, string? District, int Year, int EndYear, string Framework, bool IsReviewed, PlanState State)
{
    public bool IsOfSeveralYears => EndYear > Year;

    /// <summary>The part of the plan's years that has passed on a day, 0 to 1.</summary>
    public double ElapsedOn(DateOnly day)
    {
        var (first, last) = (new DateOnly(Year, 1, 1), new DateOnly(EndYear, 12, 31));
        return Math.Clamp((day.DayNumber - first.DayNumber + 1.0) / (last.DayNumber - first.DayNumber + 1.0), 0, 1);
    }
}

/// <summary>One plan, if the actor may see it: three queries.</summary>
internal sealed class FindPlanHead(PlanScope scope, ReadPlanStates states) : IHandler
{
    public async Task<PlanHead?> RunAsync(Guid plan, CancellationToken ct)
    {
        if (await scope.Plans().AsNoTracking().FirstOrDefaultAsync(row => row.Id == plan, ct) is not { } found)
            return null;
        var state = (await states.RunAsync([plan], ct))[plan];
        return new(found.Id, found.Title, found.Kind, found.Bureau, found.District, found.Year, found.EndYear, found.Framework, found.ReviewedAt is not null, state);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Platform.Doors;

namespace Shuren.Planning.ViewPlans;

/// <summary>A plan with the counts of what the account may see of it. Reviewed: somebody has gone through the reading of its document.</summary>
internal sealed record PlanItem(Guid Id, string Title, PlanKind Kind, string Bureau, int Year, int EndYear, bool IsReviewed, PlanState State, int Tasks, int Done, int Late, int WithoutLead, int Targets);

/// <summary>Plans for programs.</summary>
internal static class PlanDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("plans");
        api.MapGet("/plans", ListAsync).Door("ListPlans", PlanningRights.View, "The plans that the account may see, newest year first.");
        api.MapGet("/plans/{plan:guid}", ReadAsync).Door("ReadPlan", PlanningRights.View, "One plan with its counts.");
    }

    private static async Task<Answer<Page<PlanItem>>> ListAsync([AsParameters] PageQuery page, FindPlans find, CancellationToken ct) =>
        Paging.OfWhole(await find.RunAsync(ct), page, plan => plan.Id.ToString("N"), ItemOf);

    private static async Task<Answer<PlanItem>> ReadAsync(Guid plan, FindPlans find, CancellationToken ct) =>
        (await find.RunAsync(ct)).FirstOrDefault(row => row.Id == plan) is { } found ? ItemOf(found) : null;

    private static PlanItem ItemOf(FindPlans.Row plan) => new(
        plan.Id, plan.Title, plan.Kind, plan.Bureau, plan.Year, plan.EndYear, plan.IsReviewed, plan.State, plan.Tasks, plan.Done, plan.Late, plan.NoLead, plan.Targets);
}

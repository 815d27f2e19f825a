using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;

namespace Shuren.Planning.HoldMeeting;

/// <summary>A dispatch meeting; closedAt is null while its minutes are open.</summary>
internal sealed record MeetingItem(Guid Id, int Number, DateOnly On, string TimeAndPlace, string Chair, int Points, int Decided, DateTime? ClosedAt);

/// <summary>Meetings for programs; calling, deciding and closing stay with the pages.</summary>
internal static class MeetingDoors
{
    public static void Map(IEndpointRouteBuilder doors) => doors.MapApi("dispatch").MapGet("/plans/{plan:guid}/meetings", ListAsync)
        .Door("ListMeetings", PlanningRights.View, "The dispatch meetings of a plan.");

    private static async Task<Answer<Page<MeetingItem>>> ListAsync(Guid plan, [AsParameters] PageQuery page, ViewMeetings look, CancellationToken ct) => await look.RunAsync(plan, ct) is { } view
        ? Paging.OfWhole(view.Rows, page, row => row.Meeting.Id.ToString("N"),
            row => new MeetingItem(row.Meeting.Id, row.Meeting.Number, row.Meeting.On, row.Meeting.TimeAndPlace, row.Meeting.Chair, row.Points, row.Decided, row.Meeting.ClosedAt))
        : Answer.Nothing<Page<MeetingItem>>();
}

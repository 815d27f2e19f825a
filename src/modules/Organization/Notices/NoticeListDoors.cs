using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Organization.Notices;

/// <summary>A notice in the caller's language.</summary>
internal sealed record NoticeItem(Guid Id, string Kind, string Title, string Why, DateTime At, bool IsUnread);

/// <summary>One's own notices for programs.</summary>
internal static class NoticeListDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("mine");
        api.MapGet("/notices", ListAsync).Door("ListNotices", OrganizationRights.Use, "What the account was told, newest first.");
        api.MapPost("/notices/{notice:guid}/read", MarkAsync).Door("ReadNotice", OrganizationRights.Use, "Marks a notice as read.");
        api.MapPost("/notices/read", MarkAllAsync).Door("ReadAllNotices", OrganizationRights.Use, "Marks all notices as read.");
    }

    private static async Task<Answer<Page<NoticeItem>>> ListAsync(bool? unread, [AsParameters] PageQuery page, ViewNotices look, CancellationToken ct)
    {
        if (page.Refused(1) is { } refusal)
            return refusal;
        Guid? before = null;
        if (page.Key is [var last])
            before = Guid.TryParse(last, out var id) ? id : null;
        var rows = await look.RunAsync(unread == true, before, page.Take, ct);
        return Paging.Of(rows, page, row => [row.Id.ToString("N")], row => new NoticeItem(row.Id, row.Kind, row.Title, row.Why, row.At, row.IsUnread));
    }

    private static async Task<DoneAnswer> MarkAsync(Guid notice, ReadNotices read, CancellationToken ct) =>
        await read.RunAsync(notice, ct) is null ? new Refusal("NothingThere") : (Outcome<Done>)new Done();

    private static async Task<DoneAnswer> MarkAllAsync(ReadNotices read, CancellationToken ct)
    {
        await read.AllAsync(ct);
        return (Outcome<Done>)new Done();
    }
}

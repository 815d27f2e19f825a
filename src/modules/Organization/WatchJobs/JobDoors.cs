using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;
using Shuren.Platform.Jobs;

namespace Shuren.Organization.WatchJobs;

/// <summary>A background job in the caller's language.</summary>
internal sealed record JobItem(Guid Id, string Kind, string Title, JobState State, int Progress, string Message, int Attempts, string? About, DateTime CreatedAt, string CreatedBy, DateTime NextAt, DateTime? StartedAt, DateTime? EndedAt);

/// <summary>Background work for programs that watch it.</summary>
internal static class JobDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("jobs");
        api.MapGet("/jobs", ListAsync).Door("ListJobs", OrganizationRights.WatchJobs, "The district's background jobs, newest first.");
        api.MapGet("/jobs/{job:guid}", ReadAsync).Door("ReadJob", OrganizationRights.WatchJobs, "One job.");
        api.MapPost("/jobs/{job:guid}/cancel", CancelAsync).Door("CancelJob", OrganizationRights.WatchJobs, "Calls a job off.");
        api.MapPost("/jobs/{job:guid}/retry", RetryAsync).Door("RetryJob", OrganizationRights.WatchJobs, "Starts a failed or cancelled job afresh.");
    }

    private static async Task<Answer<Page<JobItem>>> ListAsync(JobState? state, [AsParameters] PageQuery page, ViewJobs look, CancellationToken ct)
    {
        if (page.Refused(1) is { } refusal)
            return refusal;
        Guid? before = null;
        if (page.Key is [var last])
            before = Guid.TryParse(last, out var id) ? id : null;
        return Paging.Of((await look.RunAsync(state, before, page.Take, ct)).Rows, page, row => [row.Job.Id.ToString("N")], ItemOf);
    }

    private static async Task<Answer<JobItem>> ReadAsync(Guid job, ViewJobs look, CancellationToken ct) => await look.FindAsync(job, ct) is { } row ? ItemOf(row) : null;

    private static async Task<DoneAnswer> CancelAsync(Guid job, OrderJob order, CancellationToken ct) => await order.RunAsync(job, JobOrderKind.Cancel, ct);

    private static async Task<DoneAnswer> RetryAsync(Guid job, OrderJob order, CancellationToken ct) => await order.RunAsync(job, JobOrderKind.TryAgain, ct);

    private static JobItem ItemOf(ViewJobs.Row row) => new(
        row.Job.Id, row.Job.Kind, row.Title, row.Job.State, row.Job.Progress, row.Message, row.Job.Attempts, row.Job.About, row.Job.CreatedAt, row.Job.CreatedBy, row.Job.NextAt, row.Job.StartedAt, row.Job.EndedAt);
}

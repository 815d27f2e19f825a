using System.Data.Common;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Shuren.Platform.Districts;

namespace Shuren.Host.Web.Watch;

/// <summary>What a supervisor and a monitoring system ask. Nothing of a district is said here.</summary>
internal static class WatchDoors
{
    /// <summary>Who has this token may read the figures from elsewhere; without it only the machine itself may.</summary>
    public const string TokenVariable = "SHUREN_METRICS_TOKEN";

    public static void Map(IEndpointRouteBuilder doors)
    {
        doors.MapGet("/health/live", Live).WithSummary("The process answers.");
        doors.MapGet("/health/ready", ReadyAsync).WithSummary("The database answers too.");
        doors.MapGet("/metrics", Metrics).WithSummary("Figures for Prometheus; from the machine itself or with a token.");
    }

    [AllowAnonymous]
    private static Ok<string> Live() => TypedResults.Ok("live");

    [AllowAnonymous]
    private static async Task<Results<Ok<string>, StatusCodeHttpResult>> ReadyAsync(INamespaces namespaces, CancellationToken ct)
    {
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(TimeSpan.FromSeconds(5));
            await namespaces.ListAsync(patience.Token);
            return TypedResults.Ok("ready");
        }
        catch (Exception broken) when (broken is DbException or IOException or TimeoutException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    [AllowAnonymous]
    private static Results<ContentHttpResult, NotFound> Metrics(HttpContext http, MeterText meters) =>
        MayRead(http) ? TypedResults.Text(meters.Say(), "text/plain; version=0.0.4", Encoding.UTF8) : TypedResults.NotFound();

    private static bool MayRead(HttpContext http)
    {
        if (Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token)
            return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes("Bearer " + token), Encoding.UTF8.GetBytes(http.Request.Headers.Authorization.ToString()));
        // A proxy on this machine also comes from loopback; it says for whom it asks.
        var isForwarded = http.Request.Headers.ContainsKey("X-Forwarded-For") || http.Request.Headers.ContainsKey("Forwarded") || http.Request.Headers.ContainsKey("X-Real-IP");
        return !isForwarded && http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);
    }
}

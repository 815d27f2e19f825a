using System.Globalization;
using System.Threading.RateLimiting;
using Shuren.Kernel;

namespace Shuren.Host.Web.Api;

/// <summary>How much the API takes.</summary>
/// <param name="Requests">So many requests of one account, or of one address without a token, in a window; on each server of a house.</param>
/// <param name="Window">How long a window is.</param>
/// <param name="Failures">So many tokens that are not good may come from one address in a quarter of an hour; a good one is always taken.</param>
public sealed record ApiLimits(int Requests = 600, TimeSpan? Window = null, int Failures = 40)
{
    /// <summary>A window is a minute where nothing else is said.</summary>
    internal TimeSpan Length => Window ?? TimeSpan.FromMinutes(1);
}

/// <summary>Counts requests, and tokens that were not good, and says so in the headers of draft-ietf-httpapi-ratelimit-headers.</summary>
internal sealed class ApiRates(ApiLimits limits) : IDisposable
{
    private static readonly TimeSpan FailureWindow = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> requests = Limiter(limits.Requests, limits.Length);
    private readonly PartitionedRateLimiter<string> failures = Limiter(limits.Failures, FailureWindow);

    /// <summary>Why a request is not taken, or null.</summary>
    /// <param name="http">Gets the headers that tell how much is left.</param>
    /// <param name="caller">The account, or the address of a stranger.</param>
    public Refusal? Refused(HttpContext http, string caller)
    {
        using var lease = requests.AttemptAcquire(caller);
        var left = requests.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        http.Response.Headers["RateLimit-Policy"] = string.Create(CultureInfo.InvariantCulture, $"\"api\";q={limits.Requests};w={limits.Length.TotalSeconds:0}");
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"api\";r={left}");
        return lease.IsAcquired ? null : new Refusal("RequestsTooOften", "", limits.Requests, (int)limits.Length.TotalSeconds, RetryAfter(http, lease));
    }

    /// <summary>Why a token that is not good gets no answer but this, or null.</summary>
    public Refusal? FailureRefused(HttpContext http, string address)
    {
        using var lease = failures.AttemptAcquire(address);
        if (lease.IsAcquired)
            return null;
        RetryAfter(http, lease);
        return new Refusal("TokensTooOften");
    }

    public void Dispose()
    {
        requests.Dispose();
        failures.Dispose();
    }

    private static int RetryAfter(HttpContext http, RateLimitLease lease)
    {
        var seconds = lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 1;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(caller =>
        RateLimitPartition.GetFixedWindowLimiter(caller, _ => new() { PermitLimit = permits, Window = window, QueueLimit = 0 }), StringComparer.Ordinal);
}

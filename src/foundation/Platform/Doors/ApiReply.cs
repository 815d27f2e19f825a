using Microsoft.AspNetCore.Http;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Doors;

/// <summary>The answer to a post that carried a key, kept at least 24 hours so that a repeated post hears the same.</summary>
public sealed class ApiReply : IMachinery, IResult
{
    /// <summary>So long at least a key counts.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>The caller's key; unique for the account.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request in lower-case hex: another request under the same key is a mistake.</summary>
    public required string Request { get; init; }
    public int Status { get; private set; }
    public string? Location { get; private set; }
    public string? ETag { get; private set; }
    public string? MediaType { get; private set; }
    public string Body { get; private set; } = "";
    public required DateTime At { get; init; }

    /// <summary>Takes over what is about to be said.</summary>
    internal void Take(HttpResponse response, string body) => (Status, Location, ETag, MediaType, Body) =
        (response.StatusCode, Text(response.Headers.Location), Text(response.Headers.ETag), response.ContentType, body);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = Status;
        response.Headers.Location = Location;
        response.Headers.ETag = ETag;
        response.Headers["Idempotency-Replayed"] = "true";
        response.ContentType = MediaType;
        if (Body.Length > 0)
            await response.WriteAsync(Body, httpContext.RequestAborted);
    }

    private static string? Text(Microsoft.Extensions.Primitives.StringValues header) => header.Count == 0 ? null : header.ToString();
}

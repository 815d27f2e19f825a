using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.Primitives;
using Shuren.Kernel;

namespace Shuren.Platform.Doors;

/// <summary>What a door answers: a value with its tag, or the refusals as a problem. Nothing (null) is 404.</summary>
/// <typeparam name="T">The value, as the document shows it.</typeparam>
public sealed class Answer<T> : IResult, IEndpointMetadataProvider
{
    private readonly T? value;
    private readonly long? version;
    private readonly IReadOnlyList<Refusal> refusals;

    internal Answer(T? value, long? version, IReadOnlyList<Refusal> refusals) => (this.value, this.version, this.refusals) = (value, version, refusals);

    public static implicit operator Answer<T>(T? value) => new(value, null, []);

    public static implicit operator Answer<T>(Outcome<T> outcome) => outcome.Succeeded ? new(outcome.Value, null, []) : new(default, null, outcome.Refusals);

    public static implicit operator Answer<T>(Refusal refusal) => new(default, null, [refusal]);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (refusals.Count > 0)
            return Problem.Of(refusals).ExecuteAsync(httpContext);
        return value is null ? Problem.WriteAsync(httpContext, StatusCodes.Status404NotFound, new Refusal("NothingThere")) : WriteAsync(httpContext, value);
    }

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), ["application/json"]));
    }

    private async Task WriteAsync(HttpContext http, T said)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(said, JsonOf.Options(http));
        var response = http.Response;
        response.Headers.ETag = ETags.Of(version, body);
        response.Headers.CacheControl = "private, no-cache";
        response.Headers.Vary = "Accept-Language";
        if (said is IPage { Next: { } next })
            response.Headers.Link = $"<{Paging.Address(http.Request, next)}>; rel=\"next\"";
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Headers.IfNoneMatch is { Count: > 0 } known && ETags.Has(known, response.Headers.ETag.ToString()))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, http.RequestAborted);
    }
}

/// <summary>The answer to an act that made something: 201 with its address and id.</summary>
/// <param name="Id">What was made.</param>
public sealed record Made(Guid Id);

/// <summary>From what a look or an act gave to what a door answers.</summary>
public static class Answer
{
    /// <summary>A value with the version of its row, for <c>If-Match</c>.</summary>
    public static Answer<T> Of<T>(T value, long version) => new(value, version, []);

    /// <summary>There is no such thing, or it is not for this caller: 404.</summary>
    public static Answer<T> Nothing<T>() => new(default, null, []);

    /// <summary>201 for an act's outcome.</summary>
    /// <param name="outcome">What it gave.</param>
    /// <param name="address">Where what was made can be read, behind <see cref="ApiDoors.Prefix"/>.</param>
    public static MadeAnswer<T> Made<T>(Outcome<T> outcome, Func<T, string> address) => new(outcome, address);

    /// <summary>An id as the answer that carries it.</summary>
    public static Outcome<Made> AsMade(this Outcome<Guid> outcome) => outcome.Succeeded ? new Doors.Made(outcome.Value) : outcome.Refusals.ToList();
}

/// <summary>201 with the address of what was made, or the refusals as a problem.</summary>
/// <typeparam name="T">The value, as the document shows it.</typeparam>
public sealed class MadeAnswer<T> : IResult, IEndpointMetadataProvider
{
    private readonly Outcome<T> outcome;
    private readonly Func<T, string> address;

    internal MadeAnswer(Outcome<T> outcome, Func<T, string> address) => (this.outcome, this.address) = (outcome, address);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (!outcome.Succeeded)
            return Problem.Of(outcome.Refusals).ExecuteAsync(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status201Created;
        httpContext.Response.Headers.Location = new StringValues(httpContext.Request.PathBase + ApiDoors.Prefix + address(outcome.Value));
        return httpContext.Response.WriteAsJsonAsync(outcome.Value, JsonOf.Options(httpContext), httpContext.RequestAborted);
    }

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status201Created, typeof(T), ["application/json"]));
    }
}

/// <summary>204 for an act that gives nothing but its success, or the refusals as a problem.</summary>
public sealed class DoneAnswer : IResult, IEndpointMetadataProvider
{
    private readonly IReadOnlyList<Refusal> refusals;

    private DoneAnswer(IReadOnlyList<Refusal> refusals) => this.refusals = refusals;

    public static implicit operator DoneAnswer(Outcome<Done> outcome) => new(outcome.Refusals);

    public static implicit operator DoneAnswer(Refusal refusal) => new([refusal]);

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (refusals.Count > 0)
            return Problem.Of(refusals).ExecuteAsync(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status204NoContent, typeof(void)));
    }
}

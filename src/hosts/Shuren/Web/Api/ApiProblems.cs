using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Host.Web.Api;

/// <summary>Whatever goes wrong under the API's addresses is told as a problem (RFC 9457), never as a page.</summary>
internal sealed partial class ApiProblems(RequestDelegate next, ILogger<ApiProblems> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!TokenOfRequest.IsApi(http))
        {
            await next(http);
            return;
        }
        try
        {
            await next(http);
        }
        catch (DbUpdateConcurrencyException) when (!http.Response.HasStarted)
        {
            await Problem.Of([new Refusal("EditedMeanwhile")]).ExecuteAsync(http);
        }
        catch (Exception fault) when (!http.Response.HasStarted && fault is not OperationCanceledException)
        {
            // The API's outermost catch: the words of the fault stay in the log.
            Failed(log, fault);
            Forget(http.Response);
            http.Response.StatusCode = LastResort.StatusOf(fault);
        }
        if (http.Response is { HasStarted: false, ContentType: null, ContentLength: null, StatusCode: >= StatusCodes.Status400BadRequest } response)
            await Problem.WriteAsync(http, response.StatusCode, [.. WordsFor(response)]);
    }

    private static IEnumerable<Refusal> WordsFor(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status400BadRequest)
            yield return new("BodyForm");
        if (response.StatusCode == StatusCodes.Status404NotFound)
            yield return new("NothingThere");
        if (response.StatusCode == StatusCodes.Status423Locked)
            yield return new("DistrictReadOnly");
        if (response.StatusCode != StatusCodes.Status503ServiceUnavailable)
            yield break;
        response.Headers.RetryAfter = "30";
        yield return new("MachineAway");
    }

    // What was said of an answer that never came.
    private static void Forget(HttpResponse response)
    {
        foreach (var header in (string[])["ETag", "Link", "Location", "Cache-Control", "Content-Type", "Content-Length"])
            response.Headers.Remove(header);
    }

    [LoggerMessage(902, LogLevel.Error, "A request of the API failed.")]
    private static partial void Failed(ILogger log, Exception fault);
}

using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;

namespace Shuren.Platform.Doors;

/// <summary>Why a request was not answered (RFC 9457), in the caller's language.</summary>
/// <param name="Type">Names the problem for programs: <c>urn:shuren:problem:TaskUnknown</c>, or <c>about:blank</c> where the status says it all.</param>
/// <param name="Title">The kind of problem in words.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Detail">All refusals in words, one to a line.</param>
/// <param name="TraceId">To be told to the administrator: the log has it too.</param>
/// <param name="Refusals">What to mend; empty where nothing in the request can be mended.</param>
public sealed record ApiProblem(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<ProblemRefusal> Refusals);

/// <summary>One thing to mend.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Field">The field of the request, or empty where it is about the whole.</param>
/// <param name="Words">What, where and how to mend it.</param>
public sealed record ProblemRefusal(string Code, string Field, string Words);

/// <summary>Writes problems.</summary>
public static class Problem
{
    /// <summary>The media type of RFC 9457.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The answer to a refused act: its first refusal gives the status.</summary>
    public static IResult Of(IReadOnlyList<Refusal> refusals) => new Written(null, refusals);

    /// <summary>An answer with that status.</summary>
    public static IResult Of(int status, params Refusal[] refusals) => new Written(status, refusals);

    /// <summary>Writes a problem at once.</summary>
    public static Task WriteAsync(HttpContext http, int status, params Refusal[] refusals) => new Written(status, refusals).ExecuteAsync(http);

    /// <summary>
    /// The status of a refusal by the form of its code: what is not yours, what is not there, what somebody else was quicker at; all else is a request to mend.
    /// </summary>
    public static int StatusOf(Refusal refusal, bool expectsVersion = false) => refusal.Code switch
    {
        "EditedMeanwhile" => expectsVersion ? StatusCodes.Status412PreconditionFailed : StatusCodes.Status409Conflict,
        "StructureChanged" => StatusCodes.Status409Conflict,
        var code when code.EndsWith("NotYours", StringComparison.Ordinal) => StatusCodes.Status403Forbidden,
        // At a field it is a wrong value; at none it is the thing of the address.
        var code when refusal.Field.Length == 0 && code.EndsWith("Unknown", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        var code when code.EndsWith("TooOften", StringComparison.Ordinal) => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    private sealed class Written(int? status, IReadOnlyList<Refusal> refusals) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var words = httpContext.RequestServices.GetRequiredService<RefusalWords>();
            var answered = status ?? StatusOf(refusals[0], httpContext.Request.Headers.IfMatch.Count > 0);
            var problem = new ApiProblem(
                refusals.Count == 0 ? "about:blank" : "urn:shuren:problem:" + refusals[0].Code, words.Of(new Refusal("Problem" + answered)), answered, words.Of(refusals),
                Activity.Current?.TraceId.ToString() ?? httpContext.TraceIdentifier, [.. refusals.Select(refusal => new ProblemRefusal(refusal.Code, Field(refusal.Field), words.Of(refusal)))]);
            httpContext.Response.StatusCode = answered;
            return httpContext.Response.WriteAsJsonAsync(problem, JsonOf.Options(httpContext), MediaType, httpContext.RequestAborted);
        }

        // Forms write their fields as properties, JSON in lower case.
        private static string Field(string field) => field.Contains('-', StringComparison.Ordinal) ? field : System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(field);
    }
}

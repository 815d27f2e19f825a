using Microsoft.AspNetCore.Http.Features;

namespace Shuren.Host.Web;

/// <summary>
/// How much a request may bring: a stranger a form, somebody signed in also files. What is larger than any file that a room takes
/// still reaches the room's own refusal, which says what to do; beyond that the answer is 413 in words.
/// </summary>
internal sealed class BodyLimits(RequestDelegate next)
{
    /// <summary>The largest body that is read at all, in bytes.</summary>
    public const long SignedIn = 256L * 1024 * 1024;

    private const long Stranger = 64 * 1024;

    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = http.User.Identity?.IsAuthenticated == true ? SignedIn : Stranger;
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException refused) when (!http.Response.HasStarted)
        {
            http.Response.Clear();
            http.Response.StatusCode = refused.StatusCode;
        }
        catch (InvalidDataException) when (!http.Response.HasStarted)
        {
            // A multipart form over its limit or with broken borders.
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
    }
}

using Microsoft.AspNetCore.Diagnostics;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;

namespace Shuren.Host.Web;

/// <summary>
/// An archived district is read and not written: whatever is sent to it is answered 423 in words. Who one is goes on working, so that
/// its pages can be read: signing in and out, one's own password and second factor.
/// </summary>
internal sealed class ArchivedDistricts(RequestDelegate next)
{
    private static readonly string[] WhoOneIs = ["/sign-in", "/sign-out", "/account/password", "/account/second-factor", "/account/passkeys"];

    public async Task InvokeAsync(HttpContext http, CurrentDistrict current, DistrictDirectory districts, Process process, IServiceProvider services)
    {
        if (!current.IsKnown || http.Request.Path.StartsWithSegments("/_content", StringComparison.Ordinal) || http.Features.Get<IExceptionHandlerFeature>() is not null || http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            await next(http);
            return;
        }
        process.MayTouchArchive = WhoOneIs.Any(open => http.Request.Path.StartsWithSegments(open, StringComparison.Ordinal));
        // The row is asked each time: the command that archives is another process.
        current.Archive = await OpenArchives.FindAsync(services.GetRequiredService<ShurenDb>(), http.RequestAborted);
        if ((await districts.FindAsync(current.Code, http.RequestAborted))?.Archive != current.Archive)
            districts.Forget();
        if (current.Archive is null || process.MayTouchArchive || HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            await next(http);
        else
            http.Response.StatusCode = StatusCodes.Status423Locked;
    }
}

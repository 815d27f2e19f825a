using Shuren.Platform.Districts;

namespace Shuren.Host.Web;

/// <summary>
/// The first segment of an address is the district: <c>/qinghe/planning</c>. It becomes the path base, so cookies and links
/// stay inside it and no page ever names a district itself.
/// </summary>
internal sealed class DistrictInAddress(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, DistrictDirectory districts, CurrentDistrict current)
    {
        var path = http.Request.Path.Value ?? "/";
        var end = path.IndexOf('/', 1);
        var code = path.Length < 2 ? "" : end < 0 ? path[1..] : path[1..end];
        if (DistrictCode.IsValid(code) && await districts.FindAsync(code, http.RequestAborted) is { } district)
        {
            current.Choose(district);
            if (end < 0)
            {
                http.Response.Redirect($"{http.Request.PathBase}/{code}/{http.Request.QueryString}");
                return;
            }
            http.Request.PathBase = http.Request.PathBase.Add("/" + code);
            http.Request.Path = path[end..];
        }
        else if (path == "/")
        {
            var all = await districts.ListAsync(http.RequestAborted);
            http.Response.Redirect(all.Count == 1 ? $"{http.Request.PathBase}/{all[0].Code}/" : $"{http.Request.PathBase}/districts");
            return;
        }
        else if (!WithoutDistrict.Any(open => http.Request.Path.StartsWithSegments(open, StringComparison.Ordinal)))
        {
            http.Request.Path = "/not-found";
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        await next(http);
    }

    /// <summary>The few addresses that belong to no district.</summary>
    private static readonly string[] WithoutDistrict = ["/districts", "/_content", "/not-found", "/answer", "/broken", "/health", "/metrics"];
}

using Microsoft.AspNetCore.Http;

namespace Shuren.Planning.PublicPlan;

/// <summary>Citizens' pages may be kept for five minutes by anybody; a signed-in reader's answer may carry a cookie and is kept by nobody.</summary>
internal static class PublicCache
{
    public static void Allow(HttpContext http)
    {
        var signedIn = http.User.Identity?.IsAuthenticated == true;
        http.Response.Headers.CacheControl = signedIn ? "private, no-cache" : "public, max-age=300";
        // The language is a cookie.
        http.Response.Headers.Vary = "Cookie";
    }
}

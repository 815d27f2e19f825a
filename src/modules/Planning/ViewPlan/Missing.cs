using Microsoft.AspNetCore.Http;

namespace Shuren.Planning.ViewPlan;

/// <summary>Answers 404 with the page's own words.</summary>
internal static class Missing
{
    // Set while the page is being rendered, the status would hand the request to the house's general page instead of this one.
    public static void Answer(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}

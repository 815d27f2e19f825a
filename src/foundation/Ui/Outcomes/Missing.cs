using Microsoft.AspNetCore.Http;

namespace Shuren.Ui;

/// <summary>Answers 404 with the page's own words.</summary>
public static class Missing
{
    /// <summary>Sets the status when the answer is sent.</summary>
    // Set while the page is being rendered, the status would hand the request to the house's general page instead of this one.
    public static void Answer(HttpContext http) => http.Response.OnStarting(() =>
    {
        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}

using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Shuren.Host.Web.Api;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;

namespace Shuren.Host.Web;

/// <summary>
/// A form that is sent twice acts once. Each form carries a key; the act writes it with itself, under a unique index.
/// A second post finds the key and is led back to the page, as if it had been the first.
/// </summary>
internal sealed class RepeatedPosts(RequestDelegate next)
{
    /// <summary>The hidden field that carries the key.</summary>
    public const string Field = "_once";

    public async Task InvokeAsync(HttpContext http, CurrentDistrict district, Process process, IServiceProvider services)
    {
        // A form without a valid token is not read at all: the page or door answers 400 by itself.
        if (HttpMethods.IsPost(http.Request.Method) && district.IsKnown && !TokenOfRequest.IsApi(http) && http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false } && http.Request.HasFormContentType
            && Guid.TryParse((await http.Request.ReadFormAsync(http.RequestAborted))[Field], out var once))
        {
            process.Once = once;
            var db = services.GetRequiredService<ShurenDb>();
            if (await db.Processes.AnyAsync(act => act.Once == once, http.RequestAborted))
            {
                LeadBack(http);
                return;
            }
            try
            {
                await next(http);
            }
            catch (DbUpdateException) when (!http.Response.HasStarted && db.Processes.Any(act => act.Once == once && act.Id != process.Id))
            {
                // The same form came twice at the same moment and the other one was first: its transaction stands, ours never was.
                http.Response.Clear();
                LeadBack(http);
            }
            return;
        }
        await next(http);
    }

    private static void LeadBack(HttpContext http)
    {
        var from = http.Request.Headers.Referer.FirstOrDefault();
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = Uri.TryCreate(from, UriKind.Absolute, out var page) && page.Host == http.Request.Host.Host
            ? page.PathAndQuery
            : $"{http.Request.PathBase}/";
    }
}

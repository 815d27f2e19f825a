using Microsoft.AspNetCore.Components.Endpoints;
using Shuren.Organization.Notices;
using Shuren.Platform.Rights;

namespace Shuren.Host.Web;

/// <summary>How many notices are unread, for the bar on top.</summary>
internal sealed class UnreadNotices
{
    /// <summary>The number.</summary>
    public int Count { get; set; }
}

/// <summary>Counts them before the page begins: page and frame share one database context, which does one thing at a time.</summary>
internal sealed class UnreadOfRequest(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, Actor actor, UnreadNotices unread, IServiceProvider services)
    {
        if (actor.IsSignedIn && http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            unread.Count = await services.GetRequiredService<CountNotices>().RunAsync(http.RequestAborted);
        await next(http);
    }
}

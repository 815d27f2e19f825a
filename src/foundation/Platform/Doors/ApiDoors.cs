using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Rights;

namespace Shuren.Platform.Doors;

/// <summary>
/// The API door of a feature: it stands in the feature's folder, names its right and calls the same handler as the page.
/// <code>doors.MapApi("tasks").MapGet("/tasks/{task:guid}", ReadAsync).Door("read-task", PlanningRights.View, "One task.")</code>
/// </summary>
public static class ApiDoors
{
    /// <summary>Where the API lies behind the district: every address under it is answered in JSON, to tokens only.</summary>
    public const string Root = "/api";

    /// <summary>The version that stands in the addresses; another one stands beside it when something is taken away.</summary>
    public const string Prefix = Root + "/v1";

    /// <summary>A group of doors.</summary>
    /// <param name="doors">Where they are mapped.</param>
    /// <param name="tag">The heading under which the document lists them, lower case.</param>
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder doors, string tag)
    {
        var group = doors.MapGroup(Prefix).WithTags(tag).DisableAntiforgery();
        group.AddEndpointFilter<RepeatSafe>();
        return group;
    }

    /// <summary>Names a door, says who may and what it does.</summary>
    /// <param name="door">The door.</param>
    /// <param name="name">Verb and noun, unique in the house: the name of the method in generated clients.</param>
    /// <param name="right">The right that the token's account must have, and the token's scopes must cover.</param>
    /// <param name="summary">One sentence.</param>
    public static RouteHandlerBuilder Door(this RouteHandlerBuilder door, string name, string right, string summary) =>
        door.WithName(name).WithSummary(summary).RequireAuthorization(NeedsAttribute.Prefix + right).Refuses(Usual);

    /// <summary>
    /// Lets the caller say which version of the thing was seen (<c>If-Match</c>): another version is refused with 412, in the transaction of the act.
    /// </summary>
    /// <typeparam name="T">The row whose version counts.</typeparam>
    /// <param name="door">The door.</param>
    /// <param name="parameter">The route parameter with the row's id.</param>
    /// <param name="required">True where the act would overwrite what somebody else wrote: without the header it is refused with 428.</param>
    public static RouteHandlerBuilder Expects<T>(this RouteHandlerBuilder door, string parameter, bool required = false) where T : class, IVersioned =>
        door.WithMetadata(new ExpectsVersion(required)).Refuses(Versioned).AddEndpointFilter(async (call, next) =>
        {
            var http = call.HttpContext;
            var tags = http.Request.Headers.IfMatch;
            if (tags.Count == 0 || tags.ToString().Trim() == "*")
                return required && tags.Count == 0 ? Problem.Of(StatusCodes.Status428PreconditionRequired, new Refusal("IfMatchMissing", "If-Match")) : await next(call);
            ((ShurenDb)http.RequestServices.GetService(typeof(ShurenDb))!).Expect<T>(Guid.Parse((string)http.GetRouteValue(parameter)!), ETags.VersionsOf(tags)); // the route demands a Guid
            return await next(call);
        });

    private static readonly int[] Usual =
        [StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status429TooManyRequests];

    private static readonly int[] Versioned = [StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed, StatusCodes.Status428PreconditionRequired];

    private static RouteHandlerBuilder Refuses(this RouteHandlerBuilder door, int[] statuses) =>
        door.WithMetadata([.. statuses.Select(status => new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [Problem.MediaType]))]);
}

/// <summary>Marks a door that looks at <c>If-Match</c>; read by the API's document.</summary>
/// <param name="Required">Whether it must be sent.</param>
public sealed record ExpectsVersion(bool Required);

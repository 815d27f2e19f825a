using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepCares;

/// <summary>Why a child needs care, as a program writes it.</summary>
internal sealed record CareBody(CareKind Kind, string? Detail = null, bool IsTaughtAtHome = false, [property: Description("The first day; today where it is not said.")] DateOnly? Since = null);

/// <summary>That a care no longer holds.</summary>
internal sealed record EndCareBody([property: Description("The first day on which it no longer holds; not sent, it was entered by mistake and is taken back.")] DateOnly? On = null);

/// <summary>Care for programs: it goes in and never comes out. Whoever needs to see it looks at the page with a purpose.</summary>
internal static class CareDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapPost("/pupils/{pupil:guid}/cares", AddAsync).Door("AddCare", SchoolsRights.KeepCare, "Enters why a child needs care.").Expects<Pupil>("pupil");
        api.MapPost("/pupils/{pupil:guid}/cares/{care:guid}/end", EndAsync).Door("EndCare", SchoolsRights.KeepCare, "Ends a care from a day on, or takes a mistake back.").Expects<Pupil>("pupil");
    }

    private static async Task<MadeAnswer<Made>> AddAsync(Guid pupil, CareBody request, AddCare add, CancellationToken ct) =>
        Answer.Made((await add.RunAsync(pupil, new(request.Kind, request.Detail ?? "", request.IsTaughtAtHome), request.Since, ct)).AsMade(), _ => $"/pupils/{pupil:N}");

    private static async Task<DoneAnswer> EndAsync(Guid pupil, Guid care, EndCareBody request, EndCare end, CancellationToken ct) => await end.RunAsync(pupil, care, request.On, ct);
}

using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Organization.ViewBelow;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Doors;

namespace Shuren.Organization.GrantAbove;

/// <summary>What is granted to a bureau above.</summary>
internal sealed record GrantItem(Guid Id, string Upper, string UpperName, string Kind, string KindName, DateOnly Since, DateOnly? Until, string Why, string By, DateTime At, GrantState State);

/// <summary>An opening from above.</summary>
internal sealed record OpeningItem(DateTime At, string Who, string What);

/// <summary>The grants, and the last openings.</summary>
internal sealed record AboveAnswer(IReadOnlyList<GrantItem> Grants, IReadOnlyList<OpeningItem> Openings);

/// <summary>What is to be granted.</summary>
internal sealed record GrantRequest([property: Description("Code of the bureau above.")] string? Upper = null, IReadOnlyList<string>? Kinds = null, DateOnly? Since = null, DateOnly? Until = null, string? Why = null);

/// <summary>Why a grant is taken back.</summary>
internal sealed record RevokeRequest(string? Why = null);

/// <summary>What a district below reports today.</summary>
internal sealed record BelowItem(string Code, string Name, DateOnly On, IReadOnlyList<BelowFigureItem> Figures, IReadOnlyList<string> Opens);

/// <summary>One figure of a kind.</summary>
internal sealed record BelowFigureItem(string Kind, string Key, double Value);

/// <summary>Upwards and downwards for programs. What a district lets be opened is looked at on its pages, where every look is recorded.</summary>
internal static class AboveDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("above");
        api.MapGet("/above", ListAsync).Door("ListGrantsAbove", AboveRights.Grant, "What bureaus above may know and open, and what they opened.");
        api.MapPost("/above/grants", GrantAsync).Door("GrantAbove", AboveRights.Grant, "Lets a bureau above know or open some kinds of things, from one day to another.");
        api.MapPost("/above/grants/{grant:guid}/revoke", RevokeAsync).Door("RevokeAbove", AboveRights.Grant, "Takes a grant back, at once.");
        api.MapGet("/below", BelowAsync).Door("ListBelow", AboveRights.ViewBelow, "What the districts below report today.");
    }

    private static async Task<Answer<AboveAnswer>> ListAsync(ViewAbove look, CancellationToken ct)
    {
        var view = await look.RunAsync(ct);
        return new AboveAnswer(
            [.. view.Grants.Select(row => new GrantItem(row.Grant.Id, row.Grant.Upper, row.Upper, row.Grant.Kind, row.Kind, row.Grant.Since, row.Grant.Until, row.Grant.Why, row.Grant.By, row.Grant.At, row.State))],
            [.. view.Looks.Select(look => new OpeningItem(look.At, look.Who, look.What))]);
    }

    private static async Task<DoneAnswer> GrantAsync(GrantRequest request, GrantUpward grant, CancellationToken ct) =>
        await grant.RunAsync(new(request.Upper ?? "", request.Kinds ?? [], request.Since, request.Until, request.Why ?? ""), ct);

    private static async Task<DoneAnswer> RevokeAsync(Guid grant, RevokeRequest request, RevokeUpward revoke, CancellationToken ct) => await revoke.RunAsync(grant, request.Why ?? "", ct);

    private static async Task<Answer<Page<BelowItem>>> BelowAsync([AsParameters] PageQuery page, ReadBelow read, CancellationToken ct) =>
        Paging.OfWhole(await read.RunAsync(ct), page, row => row.Code, row => new BelowItem(
            row.Code, row.Name, row.On, [.. row.Figures.Select(figure => new BelowFigureItem(figure.Key.Kind, figure.Key.Key, figure.Value))], [.. row.Open.Select(kind => kind.Name)]));
}

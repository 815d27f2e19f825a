using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Schools;
using Shuren.Kernel;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;
using Shuren.Schools.ViewSchools;

namespace Shuren.Schools.KeepSchools;

/// <summary>A school as it is today, with the counts of today.</summary>
internal sealed record SchoolItem(Guid Id, string Name, string Code, SchoolKind Kind, Ownership Ownership, Locality Locality, double? Latitude, double? Longitude, int Classes, int Pupils, int Teachers);

/// <summary>A school with what it was when.</summary>
internal sealed record SchoolFile(
    Guid Id, string Name, string Code, string CreditCode, DateOnly OpenedOn, DateOnly? ClosedOn, string Division, string Address, string PostCode, string Phone, double? Latitude, double? Longitude,
    IReadOnlyList<SchoolWas> Spans, IReadOnlyList<Stage> Stages, long Version);

/// <summary>What a school was from a day until the day before another; until is null while it is.</summary>
internal sealed record SchoolWas(DateOnly Since, DateOnly? Until, SchoolKind Kind, Ownership Ownership, Locality Locality, bool IsBoarding);

/// <summary>What stands of a school without days, as a program writes it.</summary>
internal sealed record SchoolBody(
    string? Code = null, string? CreditCode = null, DateOnly? OpenedOn = null, string? Division = null, string? Address = null, string? PostCode = null, string? Phone = null, double? Latitude = null, double? Longitude = null,
    int? PlannedIn = null, bool IsOfEstate = false, bool IsTownshipCentre = false, [property: Description("True says that the warnings were read: a code that fails its check, a place outside the country.")] bool IsSure = false);

/// <summary>What a school is to be.</summary>
internal sealed record SpanBody(SchoolKind Kind, Ownership Ownership, Locality Locality, bool IsBoarding = false, [property: Description("The first day; not sent, a mistake is mended that was one since the span began.")] DateOnly? From = null);

/// <summary>Schools for programs.</summary>
internal static class SchoolFormDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapGet("/schools", ListAsync).Door("ListSchools", SchoolsRights.View, "The schools that are open today, in the order of the tree.");
        api.MapGet("/schools/{school:guid}", ReadAsync).Door("ReadSchool", SchoolsRights.View, "One school with what it was when; its ETag goes into If-Match.");
        api.MapPut("/schools/{school:guid}", EditAsync).Door("EditSchool", SchoolsRights.Manage, "Mends codes, address and place of a school.").Expects<School>("school", required: true);
        api.MapPut("/schools/{school:guid}/kind", ChangeAsync).Door("ChangeSchool", SchoolsRights.Manage, "Changes kind, ownership and locality from a day, or mends them.").Expects<School>("school");
    }

    private static async Task<Answer<Page<SchoolItem>>> ListAsync(SchoolKind? kind, Ownership? ownership, [Description("Part of the name, or the whole code.")] string? words, [AsParameters] PageQuery page, FindSchools find, CancellationToken ct)
    {
        if (page.Refused(1) is { } refusal)
            return refusal;
        Guid? after = page.Key is [var last] ? Guid.TryParse(last, out var id) ? id : Guid.Empty : null;
        return await find.PageAsync(new(kind, ownership, words?.Trim() ?? ""), after, page.Take, ct) is { } rows
            ? Paging.Of(rows, page, row => [row.Id.ToString("N")], row => new SchoolItem(row.Id, row.Name, row.Code, row.Kind, row.Ownership, row.Locality, row.Latitude, row.Longitude, row.Classes, row.Pupils, row.Teachers))
            : new Refusal("CursorGone", "after");
    }

    private static async Task<Answer<SchoolFile>> ReadAsync(Guid school, ReadSchool read, CancellationToken ct) => await read.RunAsync(school, ct) is { School: var one } view
        ? Answer.Of(new SchoolFile(one.Id, view.Unit.Name, one.Code, one.CreditCode, one.OpenedOn, one.ClosedOn, one.Division, one.Address, one.PostCode, one.Phone, one.Latitude, one.Longitude,
            [.. view.Spans.Select(span => new SchoolWas(span.Since, span.Until, span.Kind, span.Ownership, span.Locality, span.IsBoarding))], [.. view.Parts.Select(part => part.Stage)], one.Version), one.Version)
        : Answer.Nothing<SchoolFile>();

    private static async Task<DoneAnswer> EditAsync(Guid school, SchoolBody body, EditSchool edit, CancellationToken ct) => await edit.RunAsync(school, new(body.Code ?? "", body.CreditCode ?? "", body.OpenedOn ?? default)
    {
        Division = body.Division ?? "", Address = body.Address ?? "", PostCode = body.PostCode ?? "", Phone = body.Phone ?? "", Latitude = body.Latitude, Longitude = body.Longitude, PlannedIn = body.PlannedIn,
        IsOfEstate = body.IsOfEstate, IsTownshipCentre = body.IsTownshipCentre, IsSure = body.IsSure,
    }, null, ct);

    private static async Task<DoneAnswer> ChangeAsync(Guid school, SpanBody body, ChangeSchool change, CancellationToken ct) =>
        await change.RunAsync(school, new(body.Kind, body.Ownership, body.Locality, body.IsBoarding), body.From, ct);
}

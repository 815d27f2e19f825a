using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepClasses;

/// <summary>A class with its size of today.</summary>
internal sealed record ClassItem(Guid Id, Guid School, int SchoolYear, int Grade, int Number, string Name, ClassKind Kind, DateOnly Since, DateOnly? Until, int Pupils, Guid? Head, long Version);

/// <summary>A class as a program writes it. Grade and school stand in a new one and never change.</summary>
internal sealed record ClassRequest(Guid? School = null, int Grade = 0, int Number = 0, string? Name = null, ClassKind? Kind = null, Guid? Head = null, DateOnly? Since = null, [property: Description("From which day on another head teacher leads it; not sent, the one who stood there was a mistake.")] DateOnly? HeadFrom = null);

/// <summary>From which day on a class is none.</summary>
internal sealed record EndRequest([property: Description("The first day on which it is no longer a class.")] DateOnly? On = null);

/// <summary>Classes for programs.</summary>
internal static class ClassDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapGet("/classes", ListAsync).Door("ListClasses", SchoolsRights.View, "The classes of a school year, of the schools that the account reaches.");
        api.MapGet("/classes/{class:guid}", ReadAsync).Door("ReadClass", SchoolsRights.View, "One class; its ETag goes into If-Match.");
        api.MapPost("/classes", AddAsync).Door("AddClass", SchoolsRights.Edit, "Adds a class to the running school year.");
        api.MapPut("/classes/{class:guid}", EditAsync).Door("EditClass", SchoolsRights.Edit, "Mends number, name, kind and head teacher of a class.").Expects<SchoolClass>("class", required: true);
        api.MapPost("/classes/{class:guid}/end", EndAsync).Door("EndClass", SchoolsRights.Edit, "Ends a class in which nobody is left.").Expects<SchoolClass>("class");
    }

    private static async Task<Answer<Page<ClassItem>>> ListAsync(Guid? school, int? grade, [Description("The year of the 1 September; the running one where it is not said.")] int? year, [AsParameters] PageQuery page, FindClasses find, CancellationToken ct)
    {
        if (page.Refused(3) is { } refusal)
            return refusal;
        var view = await find.RunAsync(new(school, grade, year, page.After), page.Take, ct);
        return new Page<ClassItem>([.. view.Rows.Select(ItemOf)], view.Next);
    }

    private static async Task<Answer<ClassItem>> ReadAsync(Guid @class, FindClasses find, CancellationToken ct) =>
        await find.OneAsync(@class, ct) is { } line ? Answer.Of(ItemOf(line), line.Version) : Answer.Nothing<ClassItem>();

    private static async Task<MadeAnswer<Made>> AddAsync(ClassRequest request, AddClass add, CancellationToken ct) =>
        Answer.Made((await add.RunAsync(request.School ?? Guid.Empty, DraftOf(request), request.Since, ct)).AsMade(), made => $"/classes/{made.Id:N}");

    private static async Task<DoneAnswer> EditAsync(Guid @class, ClassRequest request, EditClass edit, CancellationToken ct) => await edit.RunAsync(@class, DraftOf(request), null, ct);

    private static async Task<DoneAnswer> EndAsync(Guid @class, EndRequest request, EndClass end, CancellationToken ct) => await end.RunAsync(@class, request.On, ct);

    private static ClassDraft DraftOf(ClassRequest request) => new(request.Grade, request.Number, request.Name ?? "", request.Kind ?? ClassKind.Ordinary, request.Head) { HeadFrom = request.HeadFrom };

    private static ClassItem ItemOf(ClassLine line) => new(line.Id, line.SchoolId, line.SchoolYear, line.Grade, line.Number, line.Name, line.Kind, line.Since, line.Until, line.Pupils, line.HeadId, line.Version);
}

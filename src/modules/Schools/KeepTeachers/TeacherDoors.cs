using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Contracts.Schools;
using Shuren.Platform.Doors;
using Shuren.Schools.KeepPupils;
using Shuren.Schools.Model;
using Shuren.Schools.ViewTeachers;

namespace Shuren.Schools.KeepTeachers;

/// <summary>A teacher at a post of today; who rotates stands at both schools.</summary>
internal sealed record TeacherItem(Guid Id, string Name, Sex Sex, Guid School, StaffCategory Category, string Subject, Degree? Degree, TeacherTitle? Title, BackboneLevel? Backbone, bool IsAway);

/// <summary>A teacher with posts and standings, newest first. Numbers are masked.</summary>
internal sealed record TeacherFile(
    Guid Id, string Name, Sex Sex, DateOnly BornOn, string IdKind, string IdNumber, string StaffNumber, string Phone, DateOnly? WorkingSince, DateOnly? TeachingSince, int TrainingHours,
    IReadOnlyList<TeacherStay> Posts, IReadOnlyList<TeacherWas> Standings, long Version);

/// <summary>A post; until is null while it holds.</summary>
internal sealed record TeacherStay(Guid School, Guid? Home, DateOnly Since, DateOnly? Until, StaffCategory Category, bool IsEstablished, Stage? Stage, string Subject, PostStart Began, PostEnd? Ended);

/// <summary>A standing; until is null while it holds.</summary>
internal sealed record TeacherWas(DateOnly Since, DateOnly? Until, Degree Degree, TeacherTitle Title, BackboneLevel Backbone, string BackboneName);

/// <summary>Who a teacher is, as a program writes it.</summary>
internal sealed record TeacherBody(
    string? Name = null, Sex? Sex = null, DateOnly? BornOn = null, string? IdKind = null,
    [property: Description("Not sent leaves what stands; an empty text clears it.")] string? IdNumber = null, string? StaffNumber = null, string? Ethnicity = null, string? Political = null,
    [property: Description("Not sent leaves what stands; an empty text clears it.")] string? Phone = null, DateOnly? WorkingSince = null, DateOnly? TeachingSince = null,
    [property: Description("True says that the warnings were read: a number that fails its check, a teacher of the same name and day.")] bool IsSure = false)
{
    public TeacherDraft Draft() => new(Name ?? "", Sex ?? Model.Sex.Unknown, BornOn ?? default)
    {
        IdKind = IdKind ?? PupilRules.Card, IdNumber = IdNumber, StaffNumber = StaffNumber ?? "", Ethnicity = Ethnicity ?? "", Political = Political ?? "", Phone = Phone,
        WorkingSince = WorkingSince, TeachingSince = TeachingSince, IsSure = IsSure,
    };
}

/// <summary>A post as a program writes it.</summary>
internal sealed record PostBody(
    StaffCategory Category, bool IsEstablished, Stage? Stage = null, [property: Description("A code of the subject table.")] string? Subject = null,
    [property: Description("The first day. For a change: not sent, a mistake is mended that was one from the first day of the row.")] DateOnly? From = null)
{
    public PostDraft Draft() => new(Category, IsEstablished, Stage, Subject ?? "");
}

/// <summary>A qualification as a program writes it.</summary>
internal sealed record StandingBody(
    Degree Degree, TeacherTitle Title, BackboneLevel Backbone, string? BackboneName = null,
    [property: Description("The first day; not sent, a mistake is mended that was one from the first day of the row.")] DateOnly? From = null)
{
    public StandingDraft Draft() => new(Degree, Title, Backbone, BackboneName ?? "");
}

/// <summary>A new teacher.</summary>
internal sealed record NewTeacherBody(Guid? School = null, TeacherBody? Teacher = null, PostBody? Post = null, StandingBody? Standing = null);

/// <summary>A move of a teacher.</summary>
internal sealed record TeacherMoveBody(TeacherAct Act, [property: Description("The first day on which it holds.")] DateOnly On, Guid? School = null, string? Why = null);

/// <summary>Teachers for programs. What is sensitive goes in and never comes out.</summary>
internal static class TeacherDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapGet("/teachers", ListAsync).Door("ListTeachers", SchoolsRights.ViewTeachers, "The staff of today of the schools that the account reaches.");
        api.MapGet("/teachers/{teacher:guid}", ReadAsync).Door("ReadTeacher", SchoolsRights.ViewTeachers, "One teacher with posts and standings, masked; its ETag goes into If-Match.");
        api.MapPost("/teachers", AddAsync).Door("AddTeacher", SchoolsRights.Edit, "Enters a teacher at a school.");
        api.MapPut("/teachers/{teacher:guid}", EditAsync).Door("EditTeacher", SchoolsRights.Edit, "Mends who a teacher is.").Expects<Teacher>("teacher", required: true);
        api.MapPut("/teachers/{teacher:guid}/post", PostAsync).Door("ChangePost", SchoolsRights.Edit, "Changes the post at the own school from a day, or mends it.").Expects<Teacher>("teacher");
        api.MapPut("/teachers/{teacher:guid}/standing", StandingAsync).Door("ChangeStanding", SchoolsRights.Edit, "Changes degree, title and honour from a day, or mends them.").Expects<Teacher>("teacher");
        api.MapPost("/teachers/{teacher:guid}/moves", MoveAsync).Door("MoveTeacher", SchoolsRights.Edit, "Transfers a teacher, lets one rotate and come back, or ends the post.").Expects<Teacher>("teacher");
    }

    private static async Task<Answer<Page<TeacherItem>>> ListAsync(Guid? school, string? subject, [Description("The beginning of a name, or initials of its pinyin.")] string? words, [AsParameters] PageQuery page, FindTeachers find, CancellationToken ct)
    {
        if (page.Refused(3) is { } refusal)
            return refusal;
        var view = await find.RunAsync(new(school, subject ?? "", words?.Trim() ?? "", page.After), page.Take, ct);
        return new Page<TeacherItem>([.. view.Rows.Select(row => new TeacherItem(row.Id, row.Name, row.Sex, row.SchoolId, row.Category, row.Subject, row.Degree, row.Title, row.Backbone, row.IsAway))], view.Next);
    }

    private static async Task<Answer<TeacherFile>> ReadAsync(Guid teacher, ReadTeacher read, CancellationToken ct) => await read.RunAsync(teacher, ct) is { Teacher: var one } view
        ? Answer.Of(new TeacherFile(one.Id, one.Name, one.Sex, one.BornOn, one.IdKind, view.IdNumber, one.StaffNumber, view.Phone, one.WorkingSince, one.TeachingSince, view.Hours,
            [.. view.Posts.Select(line => StayOf(line.Post))], [.. view.Standings.Select(row => new TeacherWas(row.Since, row.Until, row.Degree, row.Title, row.Backbone, row.BackboneName))], one.Version), one.Version)
        : Answer.Nothing<TeacherFile>();

    private static async Task<MadeAnswer<Made>> AddAsync(NewTeacherBody request, AddTeacher add, CancellationToken ct) =>
        Answer.Made((await add.RunAsync(request.School ?? Guid.Empty, (request.Teacher ?? new()).Draft(), request.Post?.Draft() ?? new(StaffCategory.Teacher, true, null, ""), request.Standing?.Draft() ?? new(Degree.Lower, TeacherTitle.None, BackboneLevel.None, ""), request.Post?.From, ct)).AsMade(), made => $"/teachers/{made.Id:N}");

    private static async Task<DoneAnswer> EditAsync(Guid teacher, TeacherBody request, EditTeacher edit, CancellationToken ct) => await edit.RunAsync(teacher, request.Draft(), null, ct);

    private static async Task<DoneAnswer> PostAsync(Guid teacher, PostBody request, ChangePost change, CancellationToken ct) => await change.RunAsync(teacher, request.Draft(), request.From, ct);

    private static async Task<DoneAnswer> StandingAsync(Guid teacher, StandingBody request, ChangeStanding change, CancellationToken ct) => await change.RunAsync(teacher, request.Draft(), request.From, ct);

    private static async Task<DoneAnswer> MoveAsync(Guid teacher, TeacherMoveBody request, MoveTeacher move, CancellationToken ct) => await move.RunAsync(teacher, new(request.Act, request.On, request.School), request.Why ?? "", ct);

    private static TeacherStay StayOf(TeacherPost row) => new(row.SchoolId, row.HomeSchoolId, row.Since, row.Until, row.Category, row.IsEstablished, row.Stage, row.Subject, row.Began, row.Ended);
}

using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;
using Shuren.Schools.Model;
using Shuren.Schools.ViewPupils;

namespace Shuren.Schools.KeepPupils;

/// <summary>A pupil on today's roll. Numbers are masked, as on the pages.</summary>
internal sealed record PupilItem(Guid Id, string Name, Sex Sex, DateOnly BornOn, string IdNumber, Guid School, int Grade, string Class, EnrolmentStatus Status);

/// <summary>A pupil with the path through schools, newest first. Numbers are masked.</summary>
internal sealed record PupilFile(Guid Id, string Name, string FormerName, Sex Sex, DateOnly BornOn, string IdKind, string IdNumber, string PupilNumber, string SchoolNumber, string Ethnicity, IReadOnlyList<PupilStay> Path, long Version);

/// <summary>A row of the roll; until is null while it holds.</summary>
internal sealed record PupilStay(Guid School, string Class, int SchoolYear, int Grade, DateOnly Since, DateOnly? Until, EnrolmentStatus Status, ResidenceClass Residence, EnrolmentStart Began, EnrolmentEnd? Ended);

/// <summary>Who a pupil is, as a program writes it.</summary>
internal sealed record PupilBody(
    string? Name = null, Sex? Sex = null, DateOnly? BornOn = null, string? FormerName = null, string? IdKind = null,
    [property: Description("Not sent leaves what stands; an empty text clears it.")] string? IdNumber = null,
    [property: Description("Not sent leaves what stands; an empty text clears it.")] string? PupilNumber = null,
    string? SchoolNumber = null, string? Ethnicity = null, string? HouseholdKind = null, string? HouseholdDivision = null, string? Address = null, string? Phone = null, bool IsOnlyChild = false,
    [property: Description("True says that the warnings were read: a number that fails its check, a child of the same name and day.")] bool IsSure = false)
{
    public PupilDraft Draft() => new(Name ?? "", Sex ?? Model.Sex.Unknown, BornOn ?? default)
    {
        FormerName = FormerName ?? "", IdKind = IdKind ?? PupilRules.Card, IdNumber = IdNumber, PupilNumber = PupilNumber, SchoolNumber = SchoolNumber ?? "", Ethnicity = Ethnicity ?? "",
        HouseholdKind = HouseholdKind ?? "", HouseholdDivision = HouseholdDivision ?? "", Address = Address, Phone = Phone, IsOnlyChild = IsOnlyChild, IsSure = IsSure,
    };
}

/// <summary>Where a pupil learns, as a program writes it.</summary>
internal sealed record PlaceBody(
    Guid? Class = null, int Grade = 0, ResidenceClass? Residence = null, bool HasPermit = false, bool IsBoarder = false, bool RidesBus = false, bool IsPurchasedPlace = false, EntryWay? Entry = null,
    [property: Description("True says that the warning was read: the class is full.")] bool IsSure = false,
    [property: Description("The first day. For a change: not sent, a mistake is mended that was one from the first day of the row.")] DateOnly? From = null)
{
    public PlaceDraft Draft() => new(Class, Grade, Residence ?? ResidenceClass.Local) { HasPermit = HasPermit, IsBoarder = IsBoarder, RidesBus = RidesBus, IsPurchasedPlace = IsPurchasedPlace, Entry = Entry ?? EntryWay.Other, IsSure = IsSure };
}

/// <summary>A new pupil.</summary>
internal sealed record NewPupilBody(Guid? School = null, PupilBody? Pupil = null, PlaceBody? Place = null, GuardianBody? Guardian = null);

/// <summary>A guardian as a program writes it.</summary>
internal sealed record GuardianBody(string? Name = null, GuardianRelation? Relation = null, string? Phone = null, string? IdNumber = null, string? Address = null, string? Workplace = null, bool IsMain = false)
{
    public GuardianDraft Draft() => new(Name ?? "", Relation ?? GuardianRelation.Other, Phone) { IdNumber = IdNumber, Address = Address, Workplace = Workplace ?? "", IsMain = IsMain };
}

/// <summary>Pupils for programs. What is sensitive goes in and never comes out: whoever needs numbers looks at the page with a purpose.</summary>
internal static class PupilDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("rolls");
        api.MapGet("/pupils", ListAsync).Door("ListPupils", SchoolsRights.ViewPupils, "Today's roll of the schools that the account reaches, masked.");
        api.MapGet("/pupils/{pupil:guid}", ReadAsync).Door("ReadPupil", SchoolsRights.ViewPupils, "One pupil with the path through schools, masked; its ETag goes into If-Match.");
        api.MapPost("/pupils", AddAsync).Door("AddPupil", SchoolsRights.Edit, "Enters a pupil at a school.");
        api.MapPut("/pupils/{pupil:guid}", EditAsync).Door("EditPupil", SchoolsRights.Edit, "Mends who a pupil is.").Expects<Pupil>("pupil", required: true);
        api.MapPut("/pupils/{pupil:guid}/place", PlaceAsync).Door("ChangePlace", SchoolsRights.Edit, "Changes class and what is counted from a day, or mends it.").Expects<Pupil>("pupil");
        api.MapPost("/pupils/{pupil:guid}/guardians", GuardianAsync).Door("AddGuardian", SchoolsRights.Edit, "Adds a guardian.").Expects<Pupil>("pupil");
    }

    private static async Task<Answer<Page<PupilItem>>> ListAsync(Guid? school, Guid? @class, int? grade, [Description("The beginning of a name, initials of its pinyin, or a whole number.")] string? words, [AsParameters] PageQuery page, FindPupils find, CancellationToken ct)
    {
        var filter = new PupilFilter(school, @class, grade, words?.Trim() ?? "", string.IsNullOrEmpty(page.After) ? null : page.After);
        if (page.Refused(FindPupils.KeyParts(filter)) is { } refusal)
            return refusal;
        var view = await find.RunAsync(filter, page.Take, ct);
        return new Page<PupilItem>([.. view.Rows.Select(row => new PupilItem(row.Id, row.Name, row.Sex, row.BornOn, row.IdNumber, row.SchoolId, row.Grade, row.Class, row.Status))], view.Next);
    }

    private static async Task<Answer<PupilFile>> ReadAsync(Guid pupil, ReadPupil read, CancellationToken ct) => await read.RunAsync(pupil, ct) is { Pupil: var one } view
        ? Answer.Of(new PupilFile(one.Id, one.Name, one.FormerName, one.Sex, one.BornOn, one.IdKind, view.IdNumber, view.PupilNumber, one.SchoolNumber, one.Ethnicity, [.. view.Stays.Select(StayOf)], one.Version), one.Version)
        : Answer.Nothing<PupilFile>();

    private static async Task<MadeAnswer<Made>> AddAsync(NewPupilBody request, AddPupil add, CancellationToken ct) =>
        Answer.Made((await add.RunAsync(request.School ?? Guid.Empty, (request.Pupil ?? new()).Draft(), (request.Place ?? new()).Draft(), request.Guardian?.Draft(), request.Place?.From, ct)).AsMade(), made => $"/pupils/{made.Id:N}");

    private static async Task<DoneAnswer> EditAsync(Guid pupil, PupilBody request, EditPupil edit, CancellationToken ct) => await edit.RunAsync(pupil, request.Draft(), null, ct);

    private static async Task<DoneAnswer> PlaceAsync(Guid pupil, PlaceBody request, ChangePlace change, CancellationToken ct) => await change.RunAsync(pupil, request.Draft(), request.From, ct);

    private static async Task<MadeAnswer<Made>> GuardianAsync(Guid pupil, GuardianBody request, KeepGuardian keep, CancellationToken ct) =>
        Answer.Made((await keep.RunAsync(pupil, null, request.Draft(), ct)).AsMade(), _ => $"/pupils/{pupil:N}");

    private static PupilStay StayOf(ReadPupil.Stay stay) => stay.Enrolment is var row
        ? new(row.SchoolId, stay.Class, row.SchoolYear, row.Grade, row.Since, row.Until, row.Status, row.Residence, row.Began, row.Ended) : null!; // always a row
}

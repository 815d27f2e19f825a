using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Kernel.Identifiers;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPupils;

/// <summary>What must hold of a pupil that is entered by hand, and what is only warned of.</summary>
internal sealed class PupilRules(SchoolsDb schools, DateOnly today)
{
    /// <summary>Resident identity card among the kinds of documents.</summary>
    public const string Card = "1";

    private const int MostName = 60;

    /// <summary>Why somebody cannot be entered so; nothing where it can.</summary>
    public List<Refusal> RefusalsOf(PupilDraft draft)
    {
        var wrong = new List<Refusal>();
        if (draft.Name.Length is < 1 or > MostName)
            wrong.Add(new("PupilName", "name", MostName));
        if (draft.BornOn > today || draft.BornOn < today.AddYears(-100))
            wrong.Add(new("PupilBorn", "bornOn"));
        if (draft is { IdKind: Card, IdNumber.Length: > 0, IsSure: false })
            wrong.AddRange(OfCard(draft, draft.IdNumber));
        if (draft is { PupilNumber.Length: > 0, IsSure: false } && PupilNumber.FaultOf(draft.PupilNumber) is { } fault)
            wrong.Add(new("PupilRollNumber", "pupilNumber", SchoolWords.Of(fault)));
        return wrong;
    }

    /// <summary>Another pupil with one of the numbers; null where there is none.</summary>
    public Task<Pupil?> OtherAsync(PupilDraft draft, Guid self, CancellationToken ct)
    {
        var (id, number) = (draft.IdNumber ?? "", draft.PupilNumber ?? "");
        return schools.Pupils.AsNoTracking().Where(pupil => pupil.Id != self && (id != "" && pupil.IdNumber == id || number != "" && pupil.PupilNumber == number)).OrderBy(pupil => pupil.Id).FirstOrDefaultAsync(ct);
    }

    /// <summary>Whether a child of the same name was born on the same day.</summary>
    public Task<bool> HasTwinAsync(PupilDraft draft, Guid self, CancellationToken ct) => schools.Pupils.AnyAsync(pupil => pupil.Id != self && pupil.Name == draft.Name && pupil.BornOn == draft.BornOn, ct);

    /// <summary>Why a place cannot be so; nothing where it can. The grade is that of the class.</summary>
    public async Task<(PlaceDraft Place, List<Refusal> Wrong)> PlaceAsync(PlaceDraft place, Guid school, int year, CancellationToken ct)
    {
        if (place.Class is { } id)
        {
            if (await schools.Classes.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.SchoolId == school && row.SchoolYear == year && (row.Until == null || row.Until > today), ct) is not { } taught)
                return (place, [new("PupilClass", "class")]);
            // A class of mixed grades has pupils of several.
            place = taught.Kind == ClassKind.Mixed && place.Grade != 0 ? place : place with { Grade = taught.Grade };
        }
        var stage = Grades.StageOf(place.Grade);
        return (place, await schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == stage && part.Until == null, ct) ? [] : [new("ClassStage", "grade")]);
    }

    private static IEnumerable<Refusal> OfCard(PupilDraft draft, string number)
    {
        if (CitizenNumber.FaultOf(number) is { } fault)
        {
            yield return new("PupilIdNumber", "idNumber", SchoolWords.Of(fault));
            yield break;
        }
        if (CitizenNumber.BornOn(number) != draft.BornOn)
            yield return new("PupilBornDiffers", "bornOn");
        if (draft.Sex is Sex.Male or Sex.Female && CitizenNumber.IsMale(number) != (draft.Sex == Sex.Male))
            yield return new("PupilSexDiffers", "sex");
    }
}

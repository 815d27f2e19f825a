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
            wrong.AddRange(OfCard(draft.IdNumber, draft.BornOn, draft.Sex));
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

    /// <summary>Why a place cannot be so; nothing where it can. The grade is that of the class. A class that is full is warned of to whoever is not in it.</summary>
    public async Task<(PlaceDraft Place, List<Refusal> Wrong)> PlaceAsync(PlaceDraft place, Guid school, int year, Guid? standsIn, CancellationToken ct)
    {
        if (place.Class is { } id)
        {
            if (await schools.Classes.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id && row.SchoolId == school && row.SchoolYear == year && (row.Until == null || row.Until > today), ct) is not { } taught)
                return (place, [new("PupilClass", "class")]);
            // A class of mixed grades has pupils of several.
            place = taught.Kind == ClassKind.Mixed && place.Grade != 0 ? place : place with { Grade = taught.Grade };
            if (!place.IsSure && id != standsIn && ClassSizes.MostOf(taught.Grade, taught.Kind) is { } most && await schools.Enrolments.CountAsync(row => row.ClassId == id && row.Until == null, ct) is var size && size >= most)
                return (place, [new("PupilClassFull", "class", taught.Name, size, most)]);
        }
        var stage = Grades.StageOf(place.Grade);
        return (place, await schools.SchoolParts.AnyAsync(part => part.SchoolId == school && part.Stage == stage && part.Until == null, ct) ? [] : [new("ClassStage", "grade")]);
    }

    /// <summary>What is to be looked at in the number of an identity card.</summary>
    public static IEnumerable<Refusal> OfCard(string number, DateOnly bornOn, Sex sex)
    {
        if (CitizenNumber.FaultOf(number) is { } fault)
        {
            yield return new("PupilIdNumber", "idNumber", SchoolWords.Of(fault));
            yield break;
        }
        if (CitizenNumber.BornOn(number) != bornOn)
            yield return new("PupilBornDiffers", "bornOn");
        if (sex is Sex.Male or Sex.Female && CitizenNumber.IsMale(number) != (sex == Sex.Male))
            yield return new("PupilSexDiffers", "sex");
    }
}

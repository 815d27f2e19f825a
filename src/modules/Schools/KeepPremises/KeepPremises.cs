using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPremises;

/// <summary>What a school has as it is to be said: square metres and yuan with at most two decimals, and counts.</summary>
internal sealed record PremisesDraft
{
    private const decimal MostArea = 10_000_000;
    private const decimal MostValue = 10_000_000_000;
    private const int MostCount = 10_000_000;

    public decimal SiteArea { get; init; }
    public decimal FloorArea { get; init; }
    public decimal TeachingArea { get; init; }
    public decimal SportsGroundArea { get; init; }
    public decimal GymArea { get; init; }
    public decimal PlayArea { get; init; }
    public decimal ActivityRoomArea { get; init; }
    public decimal GreenArea { get; init; }
    public decimal DangerousArea { get; init; }

    /// <summary>Yuan.</summary>
    public decimal EquipmentValue { get; init; }
    public int Books { get; init; }
    public int Computers { get; init; }
    public int Cameras { get; init; }
    public int Guards { get; init; }
    public int Buses { get; init; }
    public int Kitchens { get; init; }
    public bool HasOpenKitchen { get; init; }

    /// <summary>Says that the warnings were read: parts that are larger than the whole.</summary>
    public bool IsSure { get; init; }

    /// <summary>Why it cannot be so; nothing where it can.</summary>
    public List<Refusal> Refusals()
    {
        List<Refusal> wrong =
        [
            .. Areas().Where(area => !Hundredths.Fits(area.Value, MostArea)).Select(area => new Refusal("AreaForm", area.Field, MostArea)),
            .. Counts().Where(count => count.Value is < 0 or > MostCount).Select(count => new Refusal("CountForm", count.Field, MostCount)),
        ];
        if (!Hundredths.Fits(EquipmentValue, MostValue))
            wrong.Add(new("AmountForm", "equipmentValue", MostValue));
        if (!IsSure && FloorArea > 0 && TeachingArea > FloorArea)
            wrong.Add(new("PartLargerThanWhole", "teachingArea"));
        if (!IsSure && FloorArea > 0 && DangerousArea > FloorArea)
            wrong.Add(new("PartLargerThanWhole", "dangerousArea"));
        if (!IsSure && SiteArea > 0 && SportsGroundArea > SiteArea)
            wrong.Add(new("PartLargerThanWhole", "sportsGroundArea"));
        if (!IsSure && SiteArea > 0 && GreenArea > SiteArea)
            wrong.Add(new("PartLargerThanWhole", "greenArea"));
        if (HasOpenKitchen && Kitchens == 0)
            wrong.Add(new("KitchenNone", "kitchens"));
        return wrong;
    }

    /// <summary>Puts it into a row.</summary>
    public SchoolPremises Into(SchoolPremises row)
    {
        (row.SiteArea, row.FloorArea, row.TeachingArea, row.SportsGroundArea, row.GymArea) = (Hundredths.Of(SiteArea), Hundredths.Of(FloorArea), Hundredths.Of(TeachingArea), Hundredths.Of(SportsGroundArea), Hundredths.Of(GymArea));
        (row.PlayArea, row.ActivityRoomArea, row.GreenArea, row.DangerousArea, row.EquipmentValue) = (Hundredths.Of(PlayArea), Hundredths.Of(ActivityRoomArea), Hundredths.Of(GreenArea), Hundredths.Of(DangerousArea), Hundredths.Of(EquipmentValue));
        (row.Books, row.Computers, row.Cameras, row.Guards, row.Buses, row.Kitchens, row.HasOpenKitchen) = (Books, Computers, Cameras, Guards, Buses, Kitchens, HasOpenKitchen);
        return row;
    }

    /// <summary>What a row says.</summary>
    public static PremisesDraft Of(SchoolPremises row) => new()
    {
        SiteArea = row.SiteArea / 100m, FloorArea = row.FloorArea / 100m, TeachingArea = row.TeachingArea / 100m, SportsGroundArea = row.SportsGroundArea / 100m, GymArea = row.GymArea / 100m, PlayArea = row.PlayArea / 100m,
        ActivityRoomArea = row.ActivityRoomArea / 100m, GreenArea = row.GreenArea / 100m, DangerousArea = row.DangerousArea / 100m, EquipmentValue = row.EquipmentValue / 100m, Books = row.Books, Computers = row.Computers,
        Cameras = row.Cameras, Guards = row.Guards, Buses = row.Buses, Kitchens = row.Kitchens, HasOpenKitchen = row.HasOpenKitchen,
    };

    private IEnumerable<(string Field, decimal Value)> Areas() =>
    [
        ("siteArea", SiteArea), ("floorArea", FloorArea), ("teachingArea", TeachingArea), ("sportsGroundArea", SportsGroundArea), ("gymArea", GymArea), ("playArea", PlayArea),
        ("activityRoomArea", ActivityRoomArea), ("greenArea", GreenArea), ("dangerousArea", DangerousArea),
    ];

    private IEnumerable<(string Field, int Value)> Counts() => [("books", Books), ("computers", Computers), ("cameras", Cameras), ("guards", Guards), ("buses", Buses), ("kitchens", Kitchens)];
}

/// <summary>
/// Says what a school has. From a day it is a new count: the row of the last one ends there. Without a day a mistake in the last count is mended.
/// </summary>
internal sealed class KeepPremises(SchoolsDb schools, SchoolScope reach, Process process, TimeProvider time) : IHandler
{
    /// <returns>Done, or <c>SchoolUnknown</c>, <c>PremisesNone</c>, <c>PlaceDay</c> and what <see cref="PremisesDraft"/> refuses.</returns>
    public async Task<Outcome<Done>> RunAsync(Guid school, PremisesDraft draft, DateOnly? from, CancellationToken ct)
    {
        if (await schools.Schools.AsTracking().FirstOrDefaultAsync(row => row.Id == school, ct) is not { } at || (await reach.RunAsync(SchoolsRights.Edit, ct))?.Contains(school) == false)
            return new Refusal("SchoolUnknown");
        var open = await schools.Premises.AsTracking().FirstOrDefaultAsync(row => row.SchoolId == school && row.Until == null, ct);
        var (wrong, today) = (draft.Refusals(), time.Today());
        if (open is null && from is null)
            wrong.Add(new("PremisesNone", "from"));
        var first = open?.Since.AddDays(1) ?? at.OpenedOn;
        if (from is { } day && (day < first || day > today))
            wrong.Add(new("PlaceDay", "from", first, today));
        if (wrong.Count > 0)
            return wrong;
        if (open is not null && (draft with { IsSure = false }) == PremisesDraft.Of(open))
            return new Done();
        process.Begin(from is null ? "schools.mend-premises" : "schools.count-premises", SchoolsRefs.School(school));
        // Who counts the same school at the same moment is told: the school's version counts up.
        schools.Touch(at);
        if (from is { } on)
        {
            if (open is not null)
                open.Until = on;
            schools.Premises.Add(draft.Into(new SchoolPremises { SchoolId = school, Since = on }));
        }
        else
            draft.Into(open!); // refused above where there is none
        await schools.SaveAsync(ct);
        return new Done();
    }
}

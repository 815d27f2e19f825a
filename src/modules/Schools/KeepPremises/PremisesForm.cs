using System.Globalization;
using Shuren.Kernel;
using Shuren.Schools.Model;

namespace Shuren.Schools.KeepPremises;

/// <summary>What is typed of a room.</summary>
public sealed class RoomForm
{
    /// <summary>房间号.</summary>
    public string? Code { get; set; }

    /// <summary>用房名称.</summary>
    public string? Name { get; set; }

    /// <summary>用房类型.</summary>
    public string? Kind { get; set; }

    /// <summary>Square metres, as typed.</summary>
    public string? Area { get; set; }

    /// <summary>Seats, as typed.</summary>
    public string? Seats { get; set; }

    /// <summary>网络多媒体.</summary>
    public bool IsMultimedia { get; set; }

    /// <summary>mend or change.</summary>
    public string? How { get; set; }

    /// <summary>The first day of a new room; the day of a change.</summary>
    public DateOnly? From { get; set; }

    /// <summary>The first day on which it is no longer used.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The version that was before the eyes.</summary>
    public long Version { get; set; }

    /// <summary>The room; the refusal says which number is none.</summary>
    internal Outcome<RoomDraft> Draft()
    {
        if (!Enum.TryParse<RoomKind>(Kind, out var kind))
            return new Refusal("RoomKindMissing", "kind");
        if (TypedNumber.Of(Area) is not { } area)
            return new Refusal("NumberForm", "area");
        return TypedNumber.Whole(Seats) is { } seats ? new RoomDraft(Code ?? "", kind, area, seats) { Name = Name ?? "", IsMultimedia = IsMultimedia } : new Refusal("NumberForm", "seats");
    }
}

/// <summary>What is typed of a school's premises beside its numbers, which <see cref="PremisesField"/> lists.</summary>
public sealed class PremisesForm
{
    /// <summary>互联网+明厨亮灶.</summary>
    public bool HasOpenKitchen { get; set; }

    /// <summary>mend or change.</summary>
    public string? How { get; set; }

    /// <summary>The day of the count.</summary>
    public DateOnly? From { get; set; }

    /// <summary>That the warnings were read.</summary>
    public bool IsSure { get; set; }

    /// <summary>What the school has; the refusals say which numbers are none.</summary>
    /// <param name="typed">What was typed in a field.</param>
    internal Outcome<PremisesDraft> Draft(Func<string, string?> typed)
    {
        List<Refusal> wrong = [.. PremisesField.All.Where(field => (field.IsWhole ? TypedNumber.Whole(typed(field.Key)) : TypedNumber.Of(typed(field.Key))) is null).Select(field => new Refusal("NumberForm", field.Key))];
        if (wrong.Count > 0)
            return wrong;
        return new PremisesDraft
        {
            SiteArea = Number("siteArea"), FloorArea = Number("floorArea"), TeachingArea = Number("teachingArea"), SportsGroundArea = Number("sportsGroundArea"), GymArea = Number("gymArea"), PlayArea = Number("playArea"),
            ActivityRoomArea = Number("activityRoomArea"), GreenArea = Number("greenArea"), DangerousArea = Number("dangerousArea"), EquipmentValue = Number("equipmentValue"), Books = Count("books"), Computers = Count("computers"),
            Cameras = Count("cameras"), Guards = Count("guards"), Buses = Count("buses"), Kitchens = Count("kitchens"), HasOpenKitchen = HasOpenKitchen, IsSure = IsSure,
        };

        decimal Number(string key) => TypedNumber.Of(typed(key))!.Value; // asked above

        int Count(string key) => TypedNumber.Whole(typed(key))!.Value; // asked above
    }
}

/// <summary>A number of a school's premises: its key, whether it is counted in ones, and what stands.</summary>
internal sealed record PremisesField(string Key, bool IsWhole, Func<PremisesDraft, decimal> Value)
{
    /// <summary>All of them, as the form shows them.</summary>
    public static IReadOnlyList<PremisesField> All { get; } =
    [
        new("siteArea", false, row => row.SiteArea), new("floorArea", false, row => row.FloorArea), new("teachingArea", false, row => row.TeachingArea), new("sportsGroundArea", false, row => row.SportsGroundArea),
        new("gymArea", false, row => row.GymArea), new("playArea", false, row => row.PlayArea), new("activityRoomArea", false, row => row.ActivityRoomArea), new("greenArea", false, row => row.GreenArea),
        new("dangerousArea", false, row => row.DangerousArea), new("equipmentValue", false, row => row.EquipmentValue), new("books", true, row => row.Books), new("computers", true, row => row.Computers),
        new("cameras", true, row => row.Cameras), new("guards", true, row => row.Guards), new("buses", true, row => row.Buses), new("kitchens", true, row => row.Kitchens),
    ];

    /// <summary>The field's name in the form.</summary>
    public string Name => $"Form.{char.ToUpperInvariant(Key[0])}{Key[1..]}";

    /// <summary>What the person reads.</summary>
    public string Label => PremisesText.ResourceManager.GetString($"Field_{Key}", CultureInfo.CurrentUICulture)!; // one for each

    /// <summary>What stands, as it is typed.</summary>
    public string Shown(PremisesDraft draft) => Value(draft).ToString("0.##", CultureInfo.InvariantCulture);
}

/// <summary>Numbers as people type them: 1,200.5, １２００, nothing for none.</summary>
internal static class TypedNumber
{
    public static decimal? Of(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : decimal.TryParse(Plain(typed), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static int? Whole(string? typed) =>
        string.IsNullOrWhiteSpace(typed) ? 0 : int.TryParse(Plain(typed), NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Plain(string typed) => typed.Normalize(System.Text.NormalizationForm.FormKC).Replace(" ", "", StringComparison.Ordinal).Replace('，', ',');
}

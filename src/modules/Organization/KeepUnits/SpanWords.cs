using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Ui;

namespace Shuren.Organization.KeepUnits;

/// <summary>Half-open spans in words: the last day is the one before they end.</summary>
internal static class SpanWords
{
    public static string Of(DateOnly since, DateOnly? until) =>
        until is { } end ? StructureText.FromTo.Filled(Day(since), Wording.FullDay(end.AddDays(-1))) : since <= UnitSpan.Always ? StructureText.Undated : StructureText.SinceDay.Filled(Wording.FullDay(since));

    public static string Day(DateOnly day) => day <= UnitSpan.Always ? StructureText.Undated : Wording.FullDay(day);
}

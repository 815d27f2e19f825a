using Shuren.Formulas.Catalogues;
using Shuren.Indicators.Packs;

namespace Shuren.Indicators.Facts;

/// <summary>What formulas may count of the room's own: confirmed figures.</summary>
internal static class FigureFacts
{
    /// <summary>Which units lie under which: the window of Organization.</summary>
    public static Reach Reach { get; } = new("ds_reach", "unit_id", "member_id");

    /// <summary>The figures that packs ask for; their codes are what a condition may name.</summary>
    public static Fact Of(IReadOnlyList<FigureItem> items) => new(new("figures", "上报数"), "ds_figures", "id", "unit_id", new FactDates.Span("since", "until"), new("figure", "项"),
    [
        new(new("item", "项目"), "item", ColumnType.Code) { Choices = [.. items.Select(item => new Choice(item.Code, new(item.Code, Word(item.Name.Zh))))] },
        new(new("value", "数值"), "value", ColumnType.Real) { IsUnitOpen = true },
    ]);

    // A word of a formula has no punctuation.
    private static string Word(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}

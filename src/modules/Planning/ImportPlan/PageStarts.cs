using System.Globalization;
using Shuren.PlanText;

namespace Shuren.Planning.ImportPlan;

/// <summary>Where the pages of a document begin in its text: ascending offsets, the first for page 2.</summary>
internal static class PageStarts
{
    /// <summary>The offsets with commas between them; empty where the format has no pages.</summary>
    public static string Of(SourceText text) => string.Join(',', text.Lines.Zip(text.Lines.Skip(1))
        .Where(pair => pair.First.Page is not null && pair.Second.Page > pair.First.Page)
        .Select(pair => pair.Second.Start.ToString(CultureInfo.InvariantCulture)));

    /// <summary>The offsets again.</summary>
    public static IReadOnlyList<int> Parse(string kept) => [.. kept.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(offset => int.Parse(offset, CultureInfo.InvariantCulture))];
}

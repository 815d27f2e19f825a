using System.Text.Json;
using Shuren.Kernel;

namespace Shuren.Planning.EditInExcel;

/// <summary>A difference in one field, in words.</summary>
internal sealed record SheetDifference(string Number, string Title, string Field, string Before, string After)
{
    /// <summary>The deadline that it sets, if it sets one.</summary>
    public DateOnly? Deadline { get; init; }
}

/// <summary>A cell that cannot be taken: where it stands, what is wrong and how to mend it.</summary>
internal sealed record SheetProblem(string Cell, string Text);

/// <summary>What an uploaded sheet would change. With a problem nothing is written.</summary>
internal sealed record SheetReading<T>(IReadOnlyList<T> Changes, IReadOnlyList<SheetDifference> Differences, IReadOnlyList<SheetProblem> Problems)
{
    /// <summary>As the page carries it: the changes in JSON.</summary>
    public SheetPreview Preview() => new(Changes.Count, SheetChanges.Write(Changes), Differences, Problems);
}

/// <summary>A reading on the check page.</summary>
/// <param name="Count">How many rows change.</param>
/// <param name="Changes">They, for the way through the browser; looked at again before they are written.</param>
/// <param name="Differences">The same in words.</param>
/// <param name="Problems">What has to be mended first.</param>
internal sealed record SheetPreview(int Count, string Changes, IReadOnlyList<SheetDifference> Differences, IReadOnlyList<SheetProblem> Problems);

/// <summary>From what a reader says to what the page shows.</summary>
internal static class SheetPreviews
{
    public static Outcome<SheetPreview> Preview<T>(this Outcome<SheetReading<T>> read) => read.Succeeded ? read.Value.Preview() : read.Refusals.ToList();
}

/// <summary>A sheet's changes on their way through the check page.</summary>
internal static class SheetChanges
{
    public static string Write<T>(IReadOnlyList<T> rows) => JsonSerializer.Serialize(rows);

    /// <returns>The rows; null when somebody has touched what the page sent.</returns>
    public static IReadOnlyList<T>? Read<T>(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<List<T>>(text ?? "[]");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

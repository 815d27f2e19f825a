using System.Text.Json;

namespace Shuren.Planning.EditInExcel;

/// <summary>What a task is to be after the sheet: travels through the check page and is looked at again before it is written.</summary>
internal sealed record SheetChange(Guid Task, long Version, Guid? Lead, IReadOnlyList<Guid> Supports, DateOnly? Due, Guid? Accountable, bool IsPublic);

/// <summary>A difference in one field, in words.</summary>
internal sealed record SheetDifference(string Number, string Title, string Field, string Before, string After);

/// <summary>A cell that cannot be taken: where it stands, what is wrong and how to mend it.</summary>
internal sealed record SheetProblem(string Cell, string Text);

/// <summary>What an uploaded sheet would change. With a problem nothing is written.</summary>
internal sealed record TaskSheetReading(IReadOnlyList<SheetChange> Changes, IReadOnlyList<SheetDifference> Differences, IReadOnlyList<SheetProblem> Problems);

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

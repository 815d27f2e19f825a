using System.Globalization;
using Shuren.Planning.GuidePlan;
using Shuren.Planning.Model;
using Shuren.Ui;

namespace Shuren.Planning.AmendTask;

/// <summary>What the fields of an amendment are called, and how their values are read.</summary>
internal static class AmendmentWords
{
    public static string Of(string field) => field switch
    {
        "title" => RunText.TaskTitle,
        "text" => RunText.TaskText,
        "lead" => RunText.Lead,
        "accountable" => ViewText.Accountable,
        "support" => RunText.Supports,
        "due" => RunText.DueOn,
        "target" => RunText.TargetField,
        "milestone" => RunText.Milestones,
        "ending" => RunText.Ending,
        _ => field,
    };

    /// <summary>Days and endings in words; names and sentences as they stood.</summary>
    public static string Value(string value) =>
        DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Wording.FullDay(day)
        : Enum.TryParse<TaskEnding>(value, out var ending) && Enum.IsDefined(ending) ? LifeWords.Of(ending)
        : value.Length == 0 ? "—" : value;
}

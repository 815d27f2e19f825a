using System.Text.Json.Nodes;
using Shuren.Planning.Model;

namespace Shuren.Planning.ViewTask;

/// <summary>What the columns of a task are called to people.</summary>
internal static class FieldWords
{
    private static readonly Dictionary<string, Func<string>> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = () => ViewText.Task,
        ["text"] = () => ViewText.Wording,
        ["lead"] = () => ViewText.Lead,
        ["accountable"] = () => ViewText.Accountable,
        ["support"] = () => ViewText.Support,
        ["due"] = () => ViewText.Due,
        ["milestone"] = () => ViewText.Milestones,
        ["target"] = () => ViewText.Targets,
        [nameof(WorkTask.LeadUnitId)] = () => ViewText.Lead,
        [nameof(WorkTask.DueOn)] = () => ViewText.Due,
        [nameof(WorkTask.AccountableId)] = () => ViewText.Accountable,
        [nameof(WorkTask.IsPublic)] = () => ViewText.PublicWord,
        [nameof(WorkTask.Percent)] = () => ViewText.Progress,
        [nameof(WorkTask.DoneOn)] = () => ViewText.StateDone,
        [nameof(WorkTask.Number)] = () => ViewText.NumberHead,
        [nameof(WorkTask.SectionId)] = () => ViewText.SectionHead,
    };

    /// <summary>The word for a field; the field's own name where people have no word for it.</summary>
    public static string Of(string field) => Words.TryGetValue(field, out var word) ? word() : field;

    /// <summary>The words of what an audit entry changed, without what only the machine minds.</summary>
    public static IEnumerable<string> In(string changes)
    {
        var words = JsonNode.Parse(changes)!.AsObject().Select(change => change.Key).Where(Words.ContainsKey).Select(Of).Distinct().ToList();
        return words.Count > 0 ? words : [ViewText.OtherFields];
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shuren.PlanText.Scoring;

/// <summary>A work plan as a person labelled it: what a reading is measured against.</summary>
public sealed record GoldPlan
{
    /// <summary>The name of the labelled file.</summary>
    public string Document { get; init; } = "";

    /// <summary>The document's title, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Every heading.</summary>
    public IReadOnlyList<GoldSection> Sections { get; init; } = [];

    /// <summary>Every sentence that names an action to be done.</summary>
    public IReadOnlyList<GoldTask> Tasks { get; init; } = [];

    /// <summary>Every quantitative statement.</summary>
    public IReadOnlyList<GoldTarget> Targets { get; init; } = [];

    /// <summary>Reads labels from JSON; unknown members are passed over.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="gold">The labels, or null.</param>
    /// <param name="reason">Why it cannot be read, in words for the user, or null.</param>
    /// <returns>False where the text is no JSON or holds no labels.</returns>
    public static bool TryParse(string json, out GoldPlan? gold, out string? reason)
    {
        (gold, reason) = (null, null);
        try
        {
            gold = JsonSerializer.Deserialize(json, GoldJson.Default.GoldPlan);
        }
        catch (JsonException broken)
        {
            reason = $"标注文件不是有效的 JSON（第 {broken.LineNumber + 1} 行附近）。请检查该文件后重试。";
            return false;
        }
        if (gold is not null)
            gold = gold.WithoutNulls();
        if (gold?.Sections.Count + gold?.Tasks.Count + gold?.Targets.Count > 0)
            return true;
        (gold, reason) = (null, "标注文件里没有 sections、tasks 或 targets。请换一个标注文件。");
        return false;
    }

    /// <summary>A member that the JSON leaves out, or gives as null, arrives as null whatever its type promises.</summary>
    private GoldPlan WithoutNulls() => this with { Document = Document ?? "", Sections = Sections ?? [], Tasks = Tasks ?? [], Targets = Targets ?? [] };
}

/// <summary>A labelled heading.</summary>
/// <param name="Line">Where it stands, counted from 1.</param>
/// <param name="Marker">As printed, or empty.</param>
/// <param name="Title">Without the marker.</param>
public sealed record GoldSection(int Line, string? Marker, string Title);

/// <summary>A labelled task.</summary>
/// <param name="Line">The line in which its sentence begins, counted from 1.</param>
/// <param name="Prefix">Its first characters (14, or the whole of a shorter one).</param>
/// <param name="Section">The title of the innermost section, or null.</param>
public sealed record GoldTask(int Line, string Prefix, string? Section);

/// <summary>A labelled quantity; see <see cref="PlanTarget"/> for the meaning of each part.</summary>
public sealed record GoldTarget(int Line, string Quote, string? Indicator, string? Value, string? Unit, string? Comparator, string? Deadline, string? Status);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(GoldPlan))]
internal sealed partial class GoldJson : JsonSerializerContext;

using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Shuren.PlanText.Json;

/// <summary>The JSON form of a reading, as <c>docs/contracts/plan.schema.json</c> defines it.</summary>
public static class PlanJson
{
    private static readonly PlanJsonContext Context = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        // Chinese stays readable. The document goes to files and pipes, never into a web page, so "<" needs no escape.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter<TargetKind>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            new JsonStringEnumConverter<TargetStatus>(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
        },
    });

    /// <summary>Writes one JSON document, UTF-8 without byte order mark; absent values are written as null.</summary>
    public static void Write(Stream stream, WorkPlanReading reading) =>
        JsonSerializer.Serialize(stream, reading, Context.WorkPlanReading);

    /// <summary>The same as a string.</summary>
    public static string ToJson(WorkPlanReading reading) => JsonSerializer.Serialize(reading, Context.WorkPlanReading);

    /// <summary>Reads back what was written; null where the document is the JSON word <c>null</c>.</summary>
    /// <exception cref="JsonException">It is no such document.</exception>
    public static WorkPlanReading? FromJson(string json) => JsonSerializer.Deserialize(json, Context.WorkPlanReading);
}

[JsonSerializable(typeof(WorkPlanReading))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Shuren.Engines.Tests.PlanText.Json;

/// <summary>The part of JSON Schema that the contracts use: type, required, additionalProperties, enum, minimum, format date, items, $ref.</summary>
internal static class SchemaCheck
{
    /// <summary>Every fault with its path; empty for a document that keeps to the schema.</summary>
    internal static IReadOnlyList<string> Faults(JsonObject schema, JsonNode? document) => [.. Check(schema, schema, document, "$")];

    private static IEnumerable<string> Check(JsonObject root, JsonObject schema, JsonNode? node, string path)
    {
        if (schema["$ref"] is { } reference)
            schema = root["$defs"]![reference.GetValue<string>().Split('/')[^1]]!.AsObject();
        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(node)) && !(TypeOf(node) == "integer" && Types(type).Contains("number")))
            return [$"{path}: is {TypeOf(node)}"];
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, node)))
            return [$"{path}: {node} is not in the enum"];
        if (schema["minimum"] is { } minimum && node is not null && node.GetValue<double>() < minimum.GetValue<double>())
            return [$"{path}: below the minimum"];
        if (schema["format"]?.GetValue<string>() == "date" && node is not null && !DateOnly.TryParseExact(node.GetValue<string>(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            return [$"{path}: is no date"];
        return node switch
        {
            JsonArray items when schema["items"] is JsonObject of => items.SelectMany((item, at) => Check(root, of, item, $"{path}[{at}]")),
            JsonObject members when schema["properties"] is JsonObject known => CheckMembers(root, schema, known, members, path),
            _ => [],
        };
    }

    private static IEnumerable<string> CheckMembers(JsonObject root, JsonObject schema, JsonObject known, JsonObject members, string path)
    {
        foreach (var name in schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [])
        {
            if (!members.ContainsKey(name))
                yield return $"{path}.{name}: is missing";
        }
        foreach (var (name, value) in members)
        {
            if (known[name] is JsonObject of)
            {
                foreach (var fault in Check(root, of, value, $"{path}.{name}"))
                    yield return fault;
            }
            else if (schema["additionalProperties"]?.GetValue<bool>() == false)
                yield return $"{path}.{name}: is not known";
        }
    }

    private static string[] Types(JsonNode type) => type is JsonArray several ? [.. several.Select(one => one!.GetValue<string>())] : [type.GetValue<string>()];

    private static string TypeOf(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => node.AsValue().TryGetValue<long>(out _) ? "integer" : "number",
    };
}

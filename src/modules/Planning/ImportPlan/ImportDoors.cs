using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Planning.ListPlans;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.ImportPlan;

/// <summary>Doors of the import: what scripts use.</summary>
internal static class ImportDoors
{
    /// <summary>A body may be this large before it is cut off; what is above the reader's own limit is refused in words.</summary>
    public const long MaxBody = 300L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder doors)
    {
        var plans = doors.MapGroup("/planning/api/plans").RequireAuthorization(NeedsAttribute.Prefix + PlanningRights.Edit).WithTags("planning");
        plans.MapPost("", PostAsync).WithName("ImportPlan").WithSummary("Imports a work plan: multipart with file, kind, part; or JSON with text, name, kind, part.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxBody });
        plans.MapGet("", ListAsync).WithName("ListPlans").WithSummary("All plans with state and counts.");
    }

    /// <summary>The JSON form of an import.</summary>
    internal sealed record TextBody(string? Text, string? Kind, string? Part);

    // The form is read by hand: a script has no antiforgery token, and the session cookie does not travel across sites (SameSite=Lax).
    private static async Task<Results<JsonHttpResult<ImportedPlan>, ProblemHttpResult>> PostAsync(HttpRequest request, ImportPlan import, RefusalWords words, CancellationToken ct)
    {
        if (!request.HasFormContentType)
            return await PostTextAsync(request, import, words, ct);
        var form = await request.ReadFormAsync(ct);
        if (form.Files.GetFile("file") is not { } file)
            return Problem([new Refusal("DocumentMissing", "file")], words);
        await using var content = file.OpenReadStream();
        return await RunAsync(PlanDocument.OfFile(content, file.FileName), form["kind"], form["part"], import, words, ct);
    }

    private static async Task<Results<JsonHttpResult<ImportedPlan>, ProblemHttpResult>> PostTextAsync(HttpRequest request, ImportPlan import, RefusalWords words, CancellationToken ct)
    {
        try
        {
            var body = await JsonSerializer.DeserializeAsync(request.Body, ImportJson.Default.TextBody, ct);
            return await RunAsync(PlanDocument.OfText(body?.Text ?? ""), body?.Kind, body?.Part, import, words, ct);
        }
        catch (JsonException)
        {
            return Problem([new Refusal("DocumentMissing", "text")], words);
        }
    }

    private static async Task<Results<JsonHttpResult<ImportedPlan>, ProblemHttpResult>> RunAsync(
        PlanDocument document, string? kind, string? part, ImportPlan import, RefusalWords words, CancellationToken ct)
    {
        var chosen = PlanKinds.Parse(kind);
        if (!chosen.Succeeded)
            return Problem(chosen.Refusals, words);
        var imported = await import.RunAsync(document, new(chosen.Value, string.IsNullOrWhiteSpace(part) ? null : part.Trim()), ct);
        return imported.Succeeded
            ? TypedResults.Json(imported.Value, ImportJson.Default.ImportedPlan, statusCode: StatusCodes.Status201Created)
            : Problem(imported.Refusals, words);
    }

    private static async Task<Results<JsonHttpResult<IReadOnlyList<ListedPlan>>, ProblemHttpResult>> ListAsync(ListPlans.ListPlans list, RefusalWords words, CancellationToken ct)
    {
        var plans = await list.RunAsync(ct);
        return plans.Succeeded ? TypedResults.Json(plans.Value, ImportJson.Default.IReadOnlyListListedPlan) : Problem(plans.Refusals, words);
    }

    private static ProblemHttpResult Problem(IReadOnlyList<Refusal> refusals, RefusalWords words) => TypedResults.Problem(
        words.Of(refusals), statusCode: refusals[0].Code == "NotYours" ? StatusCodes.Status403Forbidden : StatusCodes.Status422UnprocessableEntity,
        extensions: new Dictionary<string, object?> { ["code"] = refusals[0].Code, ["field"] = refusals[0].Field });
}

/// <summary>What scripts send and get.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, WriteIndented = true)]
[JsonSerializable(typeof(ImportDoors.TextBody))]
[JsonSerializable(typeof(ImportedPlan))]
[JsonSerializable(typeof(IReadOnlyList<ListedPlan>))]
internal sealed partial class ImportJson : JsonSerializerContext;

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;

namespace Shuren.Planning.ImportPlan;

/// <summary>A document as text. Kind: own, superior or reference; own where it is not said. Part: the district whose part is taken.</summary>
internal sealed record ImportRequest(string? Text = null, string? Kind = null, string? Part = null);

/// <summary>Importing for programs. What was read waits for a person to go through it: a program cannot say that a reading is right.</summary>
internal static class ImportDoors
{
    /// <summary>Larger than any document that is taken, so that a file that is too large is refused in words.</summary>
    public const long MaxBody = 300L * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("plans");
        api.MapPost("/plans", OfTextAsync).Door("ImportText", PlanningRights.Edit, "Imports a work plan from its text; it then waits for review.");
        api.MapPost("/plans/file", OfFileAsync).Door("ImportFile", PlanningRights.Edit, "Imports a work plan from a .docx, .pdf, .html, .md or .txt file; it then waits for review.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = MaxBody });
    }

    private static Task<MadeAnswer<ImportedPlan>> OfTextAsync(ImportRequest request, ImportPlan import, CancellationToken ct) =>
        RunAsync(PlanDocument.OfText(request.Text ?? ""), request.Kind, request.Part, import, ct);

    private static async Task<MadeAnswer<ImportedPlan>> OfFileAsync(IFormFile file, [FromForm] string? kind, [FromForm] string? part, ImportPlan import, CancellationToken ct)
    {
        await using var content = file.OpenReadStream();
        return await RunAsync(PlanDocument.OfFile(content, file.FileName), kind, part, import, ct);
    }

    private static async Task<MadeAnswer<ImportedPlan>> RunAsync(PlanDocument document, string? kind, string? part, ImportPlan import, CancellationToken ct)
    {
        var chosen = PlanKinds.Parse(kind);
        Outcome<ImportedPlan> outcome = chosen.Succeeded
            ? await import.RunAsync(document, new(chosen.Value, string.IsNullOrWhiteSpace(part) ? null : part.Trim()), ct)
            : chosen.Refusals.ToList();
        return Answer.Made(outcome, plan => $"/plans/{plan.Plan:N}");
    }
}

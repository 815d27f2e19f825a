using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ReadAudit;

/// <summary>The checkpoint to take away.</summary>
internal static class AuditDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet(AuditLinks.Checkpoint, CheckpointAsync).WithName("organization.checkpoint").WithSummary("Number and hash of the last seal of the audit.");

    [Needs(OrganizationRights.ReadAudit)]
    private static async Task<Results<JsonHttpResult<Checkpoint>, NotFound>> CheckpointAsync(VerifyAudit audit, CurrentDistrict district, HttpContext http, CancellationToken ct)
    {
        if (await audit.CheckpointAsync(district.Code, ct) is not { } checkpoint)
            return TypedResults.NotFound();
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"checkpoint-{district.Code}-{checkpoint.Number}.json\"";
        return TypedResults.Json(checkpoint);
    }
}

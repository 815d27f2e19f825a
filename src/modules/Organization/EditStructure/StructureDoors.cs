using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform.Rights;

namespace Shuren.Organization.EditStructure;

/// <summary>The structure of a day as a workbook.</summary>
internal static class StructureDoors
{
    public static void Map(IEndpointRouteBuilder doors) =>
        doors.MapGet("/organization/structure.xlsx", SheetAsync).RequireAuthorization(NeedsAttribute.Prefix + OrganizationRights.ManageUnits).WithName("StructureSheet");

    private static async Task<FileContentHttpResult> SheetAsync(DateOnly? on, ReadState read, TimeProvider time, CancellationToken ct)
    {
        var day = on ?? time.Today();
        return TypedResults.File(StructureSheets.Write(await read.RunAsync(day, ct)), WorkbookWriter.MediaType, StructureText.SheetTitle.Filled(day) + ".xlsx");
    }
}

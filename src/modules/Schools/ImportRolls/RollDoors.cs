using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform.Exchange;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;
using Shuren.Schools.ExportRolls;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>Templates, exports and the refused rows as files, and the word that writes a checked file.</summary>
internal static class RollDoors
{
    /// <summary>What a request may bring, in bytes; the district's own limit for files is lower.</summary>
    public const int MaxBody = 201 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder doors)
    {
        var rolls = doors.MapGroup("/schools/rolls");
        rolls.MapGet("/{roll}/template", Template).RequireAuthorization(NeedsAttribute.Prefix + SchoolsRights.Edit).WithName("RollTemplate");
        rolls.MapGet("/{roll}/export/{ending}", ExportAsync).RequireAuthorization(NeedsAttribute.Prefix + SchoolsRights.SeeIdentity).WithName("ExportRoll");
        rolls.MapGet("/{roll}/errors/{run:guid}", ErrorsAsync).RequireAuthorization(NeedsAttribute.Prefix + SchoolsRights.Edit).WithName("RollErrors");
        rolls.MapPost("/{roll}/apply/{file:guid}", ApplyAsync).RequireAuthorization(NeedsAttribute.Prefix + SchoolsRights.Edit).WithName("ApplyRoll");
    }

    private static Results<FileContentHttpResult, NotFound> Template(string roll)
    {
        if (RollBook.All.FirstOrDefault(sheet => sheet.Name == roll) is not { } sheet)
            return TypedResults.NotFound();
        using var file = new MemoryStream();
        RollWorkbooks.Template(file, sheet, RollBook.Codes, "");
        return TypedResults.File(file.ToArray(), WorkbookWriter.MediaType, $"{RollNames.Of(sheet)}.xlsx");
    }

    // A whole roll leaves the house in full: the look is written down before the file is given.
    private static async Task<Results<FileStreamHttpResult, NotFound>> ExportAsync(string roll, string ending, ExportRoll export, Looks looks, HttpContext http, CancellationToken ct)
    {
        if (RollBook.All.All(sheet => sheet.Name != roll) || ending is not ("xlsx" or "csv"))
            return TypedResults.NotFound();
        await looks.RecordAsync("schools.export-roll", RollText.ExportPurpose.Filled(RollNames.Of(roll)), [new Ref("schools", "roll", Guid.Empty)], [roll], ct);
        var file = Temporary();
        await export.RunAsync(roll, ending == "xlsx", file, ct);
        file.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(file, ending == "xlsx" ? WorkbookWriter.MediaType : "text/csv; charset=utf-8", $"{RollNames.Of(roll)}.{ending}");
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> ErrorsAsync(string roll, Guid run, SeeRun see, RollFile files, ProblemWords words, HttpContext http, CancellationToken ct)
    {
        if (await see.RunAsync(run, ct) is not { Run: { } found } view || found.Roll != roll || await files.OpenAsync(view.Order.File, ct) is not var (name, content))
            return TypedResults.NotFound();
        await using var closing = content;
        var workbook = Temporary();
        ErrorWorkbook.Write(workbook, content, name, (found.Sheet, found.HeadRow, found.FoundProblems()), words);
        workbook.Position = 0;
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(workbook, WorkbookWriter.MediaType, RollText.ErrorsFile.Filled(Path.GetFileNameWithoutExtension(name)));
    }

    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest>> ApplyAsync(string roll, Guid file, HttpContext http, IAntiforgery antiforgery, StartRoll start, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http))
            return TypedResults.BadRequest();
        var outcome = await start.RunAsync(roll, file, isDryRun: false, ct);
        return outcome.Succeeded ? TypedResults.Redirect(http.Request.PathBase + "/" + RollLinks.Run(roll, outcome.Value)) : TypedResults.NotFound();
    }

    private static FileStream Temporary() => new(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 65_536, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Platform.Doors;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Keeping;

namespace Shuren.Organization.KeepFiles;

/// <summary>How much room files take, of which types, and what the last check found; sizes in bytes, limits in MB of 1,048,576 bytes.</summary>
internal sealed record FilesAnswer(long Used, int LargestMb, int MostPerThing, int QuotaMb, IReadOnlyList<FileTypeItem> Types, DateTime? CheckedAt, IReadOnlyList<FileFaultItem> Faults);

/// <summary>Files of one type.</summary>
internal sealed record FileTypeItem(string Name, int Files, long Bytes);

/// <summary>A file whose content is missing or was changed.</summary>
internal sealed record FileFaultItem(Guid File, string Name, FileFaultKind Kind, string About);

/// <summary>The limits as they shall be.</summary>
internal sealed record FileLimitsRequest(int? LargestMb = null, int? MostPerThing = null, int? QuotaMb = null);

/// <summary>The keeping of files for programs that watch over it. No content: a file is opened at the thing on which it hangs.</summary>
internal static class FileDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("files");
        api.MapGet("/files", ReadAsync).Door("ReadFiles", OrganizationRights.ManageFiles, "How much room files take, their limits, and what the last check found.");
        api.MapPut("/files/limits", SetAsync).Door("SetFileLimits", OrganizationRights.ManageFiles, "Sets how large a file may be, how many one thing may have, and how much room there is.");
        api.MapPost("/files/check", CheckAsync).Door("CheckFiles", OrganizationRights.ManageFiles, "Asks for a check of every content in the background.");
    }

    private static async Task<Answer<FilesAnswer>> ReadAsync(ViewFiles look, CancellationToken ct)
    {
        var view = await look.RunAsync(ct);
        return new FilesAnswer(view.Used, view.Limits.LargestMb, view.Limits.MostPerThing, view.Limits.QuotaMb, [.. view.Types.Select(line => new FileTypeItem(line.Name, line.Files, line.Bytes))],
            view.Last?.EndedAt, [.. view.Faults.Select(line => new FileFaultItem(line.File.Id, line.File.Name, line.Kind, line.File.Owner))]);
    }

    private static async Task<DoneAnswer> SetAsync(FileLimitsRequest request, SetFileLimits set, CancellationToken ct) => await set.RunAsync(request.LargestMb, request.MostPerThing, request.QuotaMb, ct);

    private static async Task<MadeAnswer<Made>> CheckAsync(CheckFiles check, CancellationToken ct) => Answer.Made((await check.RunAsync(ct)).AsMade(), made => $"/jobs/{made.Id:N}");
}

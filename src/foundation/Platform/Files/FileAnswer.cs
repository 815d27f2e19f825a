using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Shuren.Platform.Files;

/// <summary>The answer to who asks for a file and has the right to the thing it hangs on; the door asks for the right.</summary>
public static class FileAnswer
{
    /// <summary>
    /// The file as a download under its own name (RFC 6266, so Chinese names arrive), in parts where parts are asked for, and not at all where the
    /// browser has it already. It never runs or shows in our page: always an attachment, its type told, no guessing, and a sandbox around it.
    /// </summary>
    public static FileStreamHttpResult Of(HttpContext http, StoredFile file, Stream content)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        // Kept by this browser alone, and asked for every time: a right that ended ends.
        headers.CacheControl = "private, no-cache";
        var type = FileTypes.Of(file.MediaType) is null || FileTypes.Of(file.MediaType) == FileTypes.Html ? "application/octet-stream" : file.MediaType;
        return TypedResults.Stream(content, type, file.Name, new DateTimeOffset(file.At), new EntityTagHeaderValue($"\"{file.Hash}\""), enableRangeProcessing: true);
    }
}

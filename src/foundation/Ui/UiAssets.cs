using System.Collections.Frozen;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Shuren.Ui;

/// <summary>Serves the styles, icons and scripts of this assembly under <c>_content/Shuren.Ui/</c>, compressed once.</summary>
public static class UiAssets
{
    private const string Folder = "wwwroot/";

    private static readonly Lazy<FrozenDictionary<string, Asset>> All = new(Read);

    /// <summary>A stamp over all assets: pages put it behind their links, so that a new version is fetched at once.</summary>
    public static string Stamp => field ??= Convert.ToHexStringLower(SHA256.HashData([.. All.Value.OrderBy(asset => asset.Key, StringComparer.Ordinal).SelectMany(asset => asset.Value.Hash)]))[..12];

    /// <summary>Maps the door; anybody may fetch.</summary>
    public static IEndpointConventionBuilder MapUiAssets(this IEndpointRouteBuilder doors) =>
        doors.MapGet("/_content/Shuren.Ui/{**path}", (string path, HttpContext http) =>
        {
            if (!All.Value.TryGetValue(path, out var asset))
                return Results.NotFound();
            var headers = http.Response.Headers;
            headers.CacheControl = http.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
            headers.Vary = HeaderNames.AcceptEncoding;
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(asset.Hash)[..16]}\"");
            if (!http.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal))
                return Results.Bytes(asset.Bytes, asset.ContentType, entityTag: tag);
            headers.ContentEncoding = "br";
            return Results.Bytes(asset.Brotli, asset.ContentType, entityTag: tag);
        }).AllowAnonymous();

    private static FrozenDictionary<string, Asset> Read()
    {
        var assembly = typeof(UiAssets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new Asset(bytes, Compress(bytes), SHA256.HashData(bytes), TypeOf(name));
        }, StringComparer.Ordinal);
    }

    private static byte[] Compress(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var brotli = new BrotliStream(target, CompressionLevel.Optimal))
            brotli.Write(bytes);
        return target.ToArray();
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    };

    private sealed record Asset(byte[] Bytes, byte[] Brotli, byte[] Hash, string ContentType);
}

namespace Shuren.Platform.Files;

/// <summary>Reads a small upload, such as a sheet, into memory: never more than one byte beyond its limit, by which its reader sees that it is too big.</summary>
public static class SmallUpload
{
    /// <param name="file">What was brought.</param>
    /// <param name="most">The limit in bytes.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<MemoryStream> ReadAsync(Stream file, long most, CancellationToken ct)
    {
        var copy = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; copy.Length <= most && (read = await file.ReadAsync(buffer.AsMemory(0, (int)Math.Min(buffer.Length, most + 1 - copy.Length)), ct)) > 0;)
            copy.Write(buffer, 0, read);
        copy.Position = 0;
        return copy;
    }
}

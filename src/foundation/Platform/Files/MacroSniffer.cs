using System.Text;

namespace Shuren.Platform.Files;

/// <summary>Whether an Office file from before 2007 holds a program: its directory then names a stream <c>_VBA_PROJECT</c>.</summary>
internal static class MacroSniffer
{
    private static readonly byte[] Name = Encoding.Unicode.GetBytes("_VBA_PROJECT");

    public static async Task<bool> HasMacrosAsync(Stream content, CancellationToken ct)
    {
        content.Position = 0;
        var buffer = new byte[64 * 1024];
        for (int kept = 0, read; (read = await content.ReadAsync(buffer.AsMemory(kept), ct)) > 0;)
        {
            var length = kept + read;
            if (buffer.AsSpan(0, length).IndexOf(Name) >= 0)
                return true;
            // The name may lie across two readings.
            kept = Math.Min(length, Name.Length - 1);
            buffer.AsSpan(length - kept, kept).CopyTo(buffer);
        }
        return false;
    }
}

using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Shuren.Documents.Workbooks.Reading;

namespace Shuren.Documents.Streaming.Xlsx;

/// <summary>
/// Unpacks a package once and throws it away: to know its true size, and to find the merged areas of each sheet, which stand behind the rows that need them.
/// </summary>
internal sealed partial class PackageScan
{
    private const int MaxTail = 16 * 1_048_576;
    private const int MaxAreas = 200_000;
    private const int Kept = 64;

    private readonly Dictionary<string, IReadOnlyList<MergedArea>> areas = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The merged areas of a part.</summary>
    internal IReadOnlyList<MergedArea> AreasOf(string part) => areas.GetValueOrDefault(part, []);

    /// <returns>False as soon as there is more than allowed.</returns>
    /// <exception cref="InvalidDataException">It is no whole package.</exception>
    internal bool Run(ZipArchive package, long limit)
    {
        var buffer = new byte[Kept + 131_072];
        foreach (var entry in package.Entries)
        {
            using var unpacked = entry.Open();
            var tail = entry.FullName.Contains("worksheets/", StringComparison.OrdinalIgnoreCase) ? new MemoryStream() : null;
            limit -= Unpack(unpacked, buffer, tail, limit);
            if (limit < 0)
                return false;
            if (tail is { Length: > 0 })
                areas[entry.FullName] = AreasIn(tail);
        }
        return true;
    }

    /// <summary>Unpacks one part and keeps in <paramref name="tail"/> what stands behind the rows.</summary>
    private static long Unpack(Stream unpacked, byte[] buffer, MemoryStream? tail, long limit)
    {
        long total = 0;
        var kept = 0;
        for (int read; total <= limit && (read = unpacked.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false)) > 0;)
        {
            total += read;
            if (tail is null)
                continue;
            // The last bytes of the chunk before are looked at once more: the mark may lie across the border.
            var chunk = buffer.AsSpan(0, kept + read);
            var mark = EndOfRows(chunk);
            if (mark >= 0)
                tail.SetLength(0);
            if (mark >= 0)
                tail.Write(chunk[mark..]);
            else if (tail.Length is > 0 and < MaxTail)
                tail.Write(chunk[kept..]);
            kept = Math.Min(Kept, chunk.Length);
            chunk[^kept..].CopyTo(buffer);
        }
        return total;
    }

    /// <summary>Where <c>&lt;/sheetData&gt;</c> begins, with any prefix; -1 where it is not.</summary>
    private static int EndOfRows(ReadOnlySpan<byte> chunk)
    {
        var at = chunk.LastIndexOf("sheetData>"u8);
        var from = at < 0 ? -1 : chunk[..at].LastIndexOf((byte)'<');
        return from >= 0 && from + 1 < at && chunk[from + 1] == '/' ? from : -1;
    }

    private static List<MergedArea> AreasIn(MemoryStream tail)
    {
        var text = Encoding.UTF8.GetString(tail.GetBuffer(), 0, (int)tail.Length);
        return [.. Merge().Matches(text).Take(MaxAreas).Select(AreaOf).OfType<MergedArea>()];
    }

    private static MergedArea? AreaOf(Match match)
    {
        int Row(string name) => int.TryParse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;
        var area = new MergedArea(Row("r1"), CellPlace.ColumnOf(match.Groups["c1"].ValueSpan), Row("r2"), CellPlace.ColumnOf(match.Groups["c2"].ValueSpan));
        return area is { FromRow: > 0, FromColumn: > 0 } && area.ToRow >= area.FromRow && area.ToColumn >= area.FromColumn ? area : null;
    }

    [GeneratedRegex("mergeCell\\s[^>]*?ref=\"(?<c1>[A-Z]{1,3})(?<r1>[0-9]{1,9}):(?<c2>[A-Z]{1,3})(?<r2>[0-9]{1,9})\"", RegexOptions.CultureInvariant)]
    private static partial Regex Merge();
}

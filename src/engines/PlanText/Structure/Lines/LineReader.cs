using Shuren.PlanText.Structure.Tables;

namespace Shuren.PlanText.Structure.Lines;

/// <summary>Trims the lines of a source and reads their numbering.</summary>
internal static class LineReader
{
    internal static BodyLine[] Read(SourceText source)
    {
        var lines = RunOnLines.Split(source, TabbedRows.Find(source)).Select(line => Read(source, line)).ToArray();
        var numbers = lines.Where(l => l.Marker is not null).Select(l => (l.Marker!.Family, l.Marker.Value)).ToHashSet();
        var dashes = lines.Count(l => IsDash(l.Marker));
        return [.. lines.Select(l => l.Marker is { } marker && (!Counts(marker, numbers) || (dashes == 1 && IsDash(marker))) ? l with { Marker = null } : l)];
    }

    private static BodyLine Read(SourceText source, SourceLine line)
    {
        var start = Math.Clamp(line.Start, 0, source.Text.Length);
        var words = Passage.Of(source.Text, start, Math.Clamp(line.End, start, source.Text.Length));
        var role = words.IsEmpty ? LineRole.Blank : line.Kind == LineKind.Furniture ? LineRole.Boilerplate : LineRole.Body;
        return new(line, words, role, line.Kind == LineKind.TableRow ? null : MarkerReader.Read(words.Plain));
    }

    /// <summary>——在全县教育大会上的讲话: one dash alone is no list.</summary>
    private static bool IsDash(Marker? marker) => marker?.Family == new Family(MarkerKind.Bullet, '—');

    /// <summary>A numbering with digits or letters counts only with a neighbour or as the first: else it is a quantity at the start of a line.</summary>
    private static bool Counts(Marker marker, HashSet<(Family, int)> numbers) =>
        marker.Family.Kind is not (MarkerKind.Number or MarkerKind.Decimal or MarkerKind.NumberInBrackets or MarkerKind.Letter)
        || (marker.Value == 1 && marker.Family.Kind != MarkerKind.Letter)
        || numbers.Contains((marker.Family, marker.Value - 1))
        || numbers.Contains((marker.Family, marker.Value + 1));
}

using System.Globalization;
using Shuren.Contracts.Schools;

namespace Shuren.Schools.ViewSchools;

/// <summary>
/// Coordinates as places on a sheet: equirectangular around the middle latitude, which in a county is true to the pixel. The area of a dot grows with its pupils.
/// </summary>
internal sealed class SchoolPlot
{
    /// <summary>Width of the sheet, in units of the drawing.</summary>
    public const int Width = 1_000;

    private const int Margin = 40;
    private const double KilometresPerDegree = 111.32;

    private readonly double scale;

    public SchoolPlot(IReadOnlyList<SchoolLine> schools)
    {
        var known = schools.Where(school => school is { Latitude: not null, Longitude: not null }).Select(school => (school, north: school.Latitude!.Value, east: school.Longitude!.Value)).ToList(); // just asked
        if (known.Count == 0)
        {
            (Dots, Height) = ([], 0);
            return;
        }
        var (top, left, bottom, right) = (known.Max(one => one.north), known.Min(one => one.east), known.Min(one => one.north), known.Max(one => one.east));
        var narrowing = Math.Cos((top + bottom) / 2 * Math.PI / 180);
        // At least a kilometre is shown: one school alone stands in the middle of nothing.
        scale = (Width - 2 * Margin) / Math.Max((right - left) * narrowing * KilometresPerDegree, 1);
        scale = Math.Min(scale, 1.5 * Width / Math.Max((top - bottom) * KilometresPerDegree, 1));
        Height = (int)((top - bottom) * KilometresPerDegree * scale) + 2 * Margin;
        Dots = [.. known.OrderByDescending(one => one.school.Pupils).Select(one => new Dot(one.school, Number(Margin + (one.east - left) * narrowing * KilometresPerDegree * scale),
            Number(Margin + (top - one.north) * KilometresPerDegree * scale), Number(4 + Math.Sqrt(one.school.Pupils) / 3.2)))];
    }

    /// <summary>A school on the sheet; numbers as attributes want them.</summary>
    public sealed record Dot(SchoolLine School, string X, string Y, string Radius)
    {
        /// <summary>The class by which it is coloured.</summary>
        public string Class => School.Kind switch
        {
            SchoolKind.Kindergarten => "kg",
            SchoolKind.Primary or SchoolKind.TeachingPoint => "primary",
            SchoolKind.Junior or SchoolKind.NineYear or SchoolKind.TwelveYear => "junior",
            _ => "senior",
        };
    }

    /// <summary>The dots, large ones first, so that small ones lie on top.</summary>
    public IReadOnlyList<Dot> Dots { get; }

    /// <summary>Height of the sheet.</summary>
    public int Height { get; }

    /// <summary>What the bar of the scale stands for.</summary>
    public int ScaleKilometres => scale > 60 ? 1 : scale > 20 ? 5 : 10;

    /// <summary>Length of the bar.</summary>
    public int ScaleLength => (int)(ScaleKilometres * scale);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}

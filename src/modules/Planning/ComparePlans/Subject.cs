namespace Shuren.Planning.ComparePlans;

/// <summary>
/// What several plans aim at under different words. The list is data (Subjects/subjects.csv): ways of saying it separated by |, of which
/// one must fit; within one way all parts joined by &amp; must occur; and the unit must be one of those given, or none as in a direction. The first that fits wins.
/// </summary>
internal sealed record Subject(string Name, IReadOnlyList<IReadOnlyList<string>> Ways, IReadOnlyList<string> Units)
{
    private static readonly Lazy<IReadOnlyList<Subject>> FromFile = new(Read);

    /// <summary>All subjects in the order of the file.</summary>
    public static IReadOnlyList<Subject> All => FromFile.Value;

    /// <summary>The subject of a target, or null.</summary>
    /// <param name="words">What is measured, and the document's words.</param>
    /// <param name="unit">The unit of measure.</param>
    public static Subject? Of(string words, string unit) => All.FirstOrDefault(subject => subject.Fits(words, unit));

    // 持续下降 has no unit: its words say enough.
    private bool Fits(string words, string unit) => (unit.Length == 0 || Units.Contains(unit)) && Ways.Any(way => way.All(part => words.Contains(part, StringComparison.Ordinal)));

    private static List<Subject> Read()
    {
        using var stream = typeof(Subject).Assembly.GetManifestResourceStream("Shuren.Planning.ComparePlans.Subjects.subjects.csv")!; // embedded by the project
        using var reader = new StreamReader(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1).Select(line => line.Split(','))
                .Select(cells => new Subject(cells[0], [.. cells[1].Split('|').Select(way => way.Split('&'))], cells[2].Split('|'))),
        ];
    }
}

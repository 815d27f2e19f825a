using System.Text.RegularExpressions;

namespace Shuren.Formulas.Catalogues;

/// <summary>All that a formula can reach: what is not declared here cannot be said, so it cannot be read.</summary>
public sealed partial class Catalogue
{
    /// <summary>Makes a catalogue from declarations of the rooms.</summary>
    /// <param name="reach">Which units lie under which.</param>
    /// <param name="facts">The rows.</param>
    /// <param name="parameters">Dated numbers.</param>
    /// <param name="indicators">Named formulas.</param>
    /// <exception cref="ArgumentException">A declaration is wrong: a view without ds_, an identifier with odd characters, a name twice or a keyword.</exception>
    public Catalogue(Reach reach, IReadOnlyList<Fact> facts, IReadOnlyList<Parameter>? parameters = null, IReadOnlyList<Definition>? indicators = null)
    {
        (Reach, Facts, Parameters, Indicators) = (reach, facts, parameters ?? [], indicators ?? []);
        if (Problems().FirstOrDefault() is { } problem)
            throw new ArgumentException(problem, nameof(facts));
    }

    /// <summary>Which units lie under which.</summary>
    public Reach Reach { get; }

    /// <summary>The rows that may be counted.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>Dated numbers.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Named formulas.</summary>
    public IReadOnlyList<Definition> Indicators { get; }

    internal static bool IsView(string name) => View().IsMatch(name);

    internal Fact? FindFact(string written) => Facts.FirstOrDefault(fact => fact.Name.Is(written));

    internal Parameter? FindParameter(string written) => Parameters.FirstOrDefault(parameter => parameter.Name.Is(written));

    internal Definition? FindIndicator(string written) => Indicators.FirstOrDefault(indicator => indicator.Name.Is(written));

    private IEnumerable<string> Problems()
    {
        foreach (var view in Facts.Select(fact => fact.View).Append(Reach.View).Where(view => !IsView(view)))
            yield return $"'{view}' is no window: ds_ and lower-case letters, digits and _.";
        foreach (var identifier in Identifiers().Where(identifier => !Identifier().IsMatch(identifier)))
            yield return $"'{identifier}' is no column name: lower-case letters, digits and _.";
        foreach (var word in Names().Where(word => !Word().IsMatch(word) || Parsing.Keywords.IsTaken(word)))
            yield return $"'{word}' is no name: one word, no keyword of the language.";
        foreach (var twice in Twice(Facts.SelectMany(fact => fact.Name.Words)).Concat(Facts.SelectMany(fact => Twice(fact.Columns.SelectMany(column => column.Name.Words)))))
            yield return $"'{twice}' is declared twice.";
        foreach (var link in Facts.SelectMany(fact => fact.Links).Where(link => FindFact(link.Fact) is null))
            yield return $"There is no fact '{link.Fact}' to link to.";
    }

    private IEnumerable<string> Identifiers() =>
        Facts.SelectMany(fact => fact.Columns.Select(column => column.Sql)
            .Concat(fact.Links.SelectMany(link => new[] { link.Here, link.There }))
            .Concat([fact.Key, fact.Unit])
            .Concat(fact.Dates switch
            {
                FactDates.Span span => [span.From, span.Until],
                FactDates.Event happened => [happened.On],
                _ => Array.Empty<string>(),
            }))
        .Concat([Reach.Unit, Reach.Member]);

    private IEnumerable<string> Names() =>
        Facts.SelectMany(fact => fact.Name.Words.Concat(fact.Columns.SelectMany(column => column.Name.Words)))
            .Concat(Parameters.SelectMany(parameter => parameter.Name.Words));

    private static IEnumerable<string> Twice(IEnumerable<string> words) =>
        words.GroupBy(word => word, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex("^ds_[a-z0-9_]{1,56}$", RegexOptions.CultureInvariant)]
    private static partial Regex View();

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,58}$", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{Nd}_]*$", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}

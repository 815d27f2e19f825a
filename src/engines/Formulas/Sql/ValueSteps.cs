using System.Text.RegularExpressions;

namespace Shuren.Formulas.Sql;

/// <summary>Rows that several statements of a set read: the caller keeps them in a temporary table of that name while it asks for the values.</summary>
/// <param name="Name">The table's name: a letter and a number.</param>
/// <param name="Rows">Its rows; may name tables that come before it.</param>
public sealed record SharedRows(string Name, SqlQuery Rows);

/// <summary>The values of a set in steps: the rows that several formulas need, then a small statement for each formula. No database has to plan one large one.</summary>
/// <param name="Shared">In the order in which they are made.</param>
/// <param name="Values">By the formula's place: formula, unit_id, at, numerator, denominator, value.</param>
public sealed record ValueSteps(IReadOnlyList<SharedRows> Shared, IReadOnlyList<SqlQuery> Values);

/// <summary>Divides the relations of a plan: what is read from more than one place is shared, all else stands before the select that reads it.</summary>
internal sealed partial class DivideSteps
{
    private readonly IReadOnlyList<(string Name, string Head, string Body)> relations;
    private readonly Dictionary<string, int> places;
    private readonly List<HashSet<int>> reads;
    private readonly HashSet<int> shared;
    private readonly SqlPlan plan;

    private DivideSteps(SqlPlan plan, IReadOnlyList<string> selects)
    {
        (this.plan, relations) = (plan, plan.Written());
        places = relations.Select((relation, place) => (relation.Name, place)).ToDictionary(relation => relation.Name, relation => relation.place, StringComparer.Ordinal);
        reads = [.. relations.Select(relation => Read(relation.Body))];
        var readers = reads.Concat(selects.Select(Read)).SelectMany(read => read).GroupBy(place => place).ToDictionary(place => place.Key, place => place.Count());
        shared = [.. readers.Where(place => place.Value > 1).Select(place => place.Key)];
    }

    public static ValueSteps Of(SqlPlan plan, IReadOnlyList<string> selects)
    {
        var steps = new DivideSteps(plan, selects);
        return new(
            [.. steps.shared.Order().Select(place => new SharedRows(steps.relations[place].Name, steps.Rows(place)))],
            [.. selects.Select(select => steps.Query(steps.Needed(steps.Read(select)), select))]);
    }

    private SqlQuery Rows(int place) => Query([.. Needed(reads[place]), place], $"select * from {relations[place].Name}");

    private SqlQuery Query(List<int> before, string select) =>
        plan.Naming((before.Count == 0 ? "" : "with " + string.Join(",\n", before.Select(one => $"{relations[one].Head} as ({relations[one].Body})")) + "\n") + select);

    /// <summary>The relations that have to stand before a text, other than shared ones; in their order.</summary>
    private List<int> Needed(HashSet<int> read)
    {
        var (needed, open) = (new SortedSet<int>(), new Stack<int>(read.Where(place => !shared.Contains(place))));
        while (open.TryPop(out var place))
        {
            if (!needed.Add(place))
                continue;
            foreach (var further in reads[place].Where(further => !shared.Contains(further)))
                open.Push(further);
        }
        return [.. needed];
    }

    private HashSet<int> Read(string text) => [.. Source().Matches(text).Select(match => match.Groups[1].Value).Where(places.ContainsKey).Select(name => places[name])];

    [GeneratedRegex(@"\b(?:from|join) ([a-z]\d+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Source();
}

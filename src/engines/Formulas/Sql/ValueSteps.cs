using System.Globalization;
using System.Text.RegularExpressions;

namespace Shuren.Formulas.Sql;

/// <summary>Rows that several statements of a set read: the caller keeps them in a temporary table of that name while it asks for the values.</summary>
/// <param name="Name">The table's name: a letter and a number.</param>
/// <param name="Rows">Its rows; may name tables that come before it.</param>
public sealed record SharedRows(string Name, SqlQuery Rows);

/// <summary>A kept count or sum: the scan that found it and its place there.</summary>
/// <param name="Scan">From 0.</param>
/// <param name="Slot">From 0.</param>
public readonly record struct TotalKey(int Scan, int Slot);

/// <summary>The values of one formula, and what they come from: as long as none of it changes, they do not.</summary>
/// <param name="Formula">Its place in the set.</param>
/// <param name="Rows">formula, unit_id, at, numerator, denominator, value.</param>
/// <param name="Shared">The names of the shared rows that it reads, also by way of others.</param>
/// <param name="Totals">The kept totals.</param>
/// <param name="Views">The windows whose rows it reads besides, other than the reach.</param>
public sealed record ValueStep(int Formula, SqlQuery Rows, IReadOnlySet<string> Shared, IReadOnlySet<TotalKey> Totals, IReadOnlySet<string> Views);

/// <summary>The values of a set in steps: the rows that several formulas need, then a small statement for each formula. No database has to plan one large one.</summary>
/// <param name="Shared">In the order in which they are made.</param>
/// <param name="Values">By the formula's place.</param>
public sealed record ValueSteps(IReadOnlyList<SharedRows> Shared, IReadOnlyList<ValueStep> Values)
{
    /// <summary>The values of some formulas, with the shared rows that these need.</summary>
    public ValueSteps Only(Func<ValueStep, bool> wanted)
    {
        var values = Values.Where(wanted).ToList();
        var needed = values.SelectMany(value => value.Shared).ToHashSet(StringComparer.Ordinal);
        return new([.. Shared.Where(shared => needed.Contains(shared.Name))], values);
    }
}

/// <summary>Divides the relations of a plan: what is read from more than one place is shared, all else stands before the select that reads it.</summary>
internal sealed partial class DivideSteps
{
    private readonly IReadOnlyList<(string Name, string Head, string Body)> relations;
    private readonly Dictionary<string, int> places;
    private readonly List<HashSet<int>> reads;
    private readonly HashSet<int> shared;
    private readonly IReadOnlyDictionary<string, Scan> scans;
    private readonly SqlPlan plan;

    private DivideSteps(SqlPlan plan, IReadOnlyList<string> selects)
    {
        (this.plan, relations, scans) = (plan, plan.Written(), plan.ScansByRollup());
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
            [.. selects.Select(steps.Value)]);
    }

    private ValueStep Value(string select, int formula)
    {
        var read = Read(select);
        var all = Reached(read, _ => true);
        string[] texts = [select, .. all.Select(place => relations[place].Body)];
        var totals = texts.SelectMany(text => Total().Matches(text)).Select(match => (Scan: scans.GetValueOrDefault(match.Groups[1].Value), Slot: match.Groups[2].Value)).Where(found => found.Scan is not null)
            .Select(found => new TotalKey(found.Scan!.Number, int.Parse(found.Slot, CultureInfo.InvariantCulture))); // those without are left out above
        var views = texts.SelectMany(SqlPlan.ViewsIn).Where(view => view != plan.Kept && view != plan.Catalogue.Reach.View);
        return new(formula, Query(Reached(read, IsOwn), select), all.Where(shared.Contains).Select(place => relations[place].Name).ToHashSet(StringComparer.Ordinal), totals.ToHashSet(), views.ToHashSet(StringComparer.Ordinal));
    }

    private SqlQuery Rows(int place) => Query([.. Reached(reads[place], IsOwn), place], $"select * from {relations[place].Name}");

    private SqlQuery Query(List<int> before, string select) =>
        plan.Naming((before.Count == 0 ? "" : "with " + string.Join(",\n", before.Select(one => $"{relations[one].Head} as ({relations[one].Body})")) + "\n") + select);

    private bool IsOwn(int place) => !shared.Contains(place);

    /// <summary>The relations that a text reads, also by way of others; in their order.</summary>
    /// <param name="read">What it names.</param>
    /// <param name="counts">Which relations count; what stands behind the others is not looked for.</param>
    private List<int> Reached(HashSet<int> read, Func<int, bool> counts)
    {
        var (reached, open) = (new SortedSet<int>(), new Stack<int>(read.Where(counts)));
        while (open.TryPop(out var place))
        {
            if (!reached.Add(place))
                continue;
            foreach (var further in reads[place].Where(counts))
                open.Push(further);
        }
        return [.. reached];
    }

    private HashSet<int> Read(string text) => [.. Source().Matches(text).Select(match => match.Groups[1].Value).Where(places.ContainsKey).Select(name => places[name])];

    [GeneratedRegex(@"\b(?:from|join) ([a-z]\d+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Source();

    [GeneratedRegex(@"\b([a-z]\d+)\.v(\d+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Total();
}

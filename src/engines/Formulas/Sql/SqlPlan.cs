using System.Globalization;
using System.Text.RegularExpressions;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Sql;

/// <summary>Pairs of unit and day for which something is computed.</summary>
/// <param name="Name">Of the relation.</param>
/// <param name="Days">The days it uses.</param>
/// <param name="IsNarrow">True where only units asked for are in it, so that scans may leave out all others.</param>
internal sealed record Frame(string Name, DaySet Days, bool IsNarrow);

/// <summary>The statement as it grows: named relations in the order of their need, and parameters.</summary>
/// <param name="dialect">Of the database.</param>
/// <param name="catalogue">What may be named.</param>
/// <param name="question">Units and days.</param>
/// <param name="totals">The relation in which what scans find is kept; null where they are made within the statement.</param>
internal sealed partial class SqlPlan(Dialect dialect, Catalogue catalogue, Question question, string? totals = null)
{
    private readonly List<(string Head, Func<string> Body)> relations = [];
    private readonly Dictionary<(Type, object), string> parameters = [];
    private readonly Dictionary<string, DaySet> daySets = new(StringComparer.Ordinal);
    private readonly Dictionary<object, Scan> scans = [];
    private readonly List<Scan> inOrder = [];
    private readonly Dictionary<object, Rollup> rollups = [];
    private readonly Dictionary<object, Frame> frames = [];
    private readonly Dictionary<object, string> present = [];
    private string? members;
    private string? reach;
    private int number;

    public Dialect Dialect => dialect;

    public Catalogue Catalogue => catalogue;

    /// <summary>The relation in which what scans find is kept; null where they are made within the statement.</summary>
    public string? Kept => totals;

    /// <summary>The scans in the order of their need, the same for the same formulas and days.</summary>
    public IReadOnlyList<Scan> Scans => inOrder;

    public IReadOnlyList<SqlParameter> Parameters => [.. parameters.Select(pair => new SqlParameter(pair.Value, pair.Key.Item2))];

    /// <summary>The relations in order, each with its head (name, or name and columns) and its body. Bodies are written last to first: a scan tells its days which periods it needs.</summary>
    public IReadOnlyList<(string Name, string Head, string Body)> Written() =>
        [.. Enumerable.Reverse(relations).Select(relation => (relation.Head.Split('(')[0], relation.Head, relation.Body())).ToList().AsEnumerable().Reverse()];

    /// <summary>All of them, before a select.</summary>
    public string With() => "with " + string.Join(",\n", Written().Select(relation => $"{relation.Head} as ({relation.Body})"));

    /// <summary>Parameter of the units asked for; null where all are.</summary>
    public string? UnitsParameter { get; private set; }

    public string Parameter(object value)
    {
        var key = (value.GetType(), value);
        if (!parameters.TryGetValue(key, out var name))
            parameters[key] = name = "@p" + parameters.Count.ToString(CultureInfo.InvariantCulture);
        return name;
    }

    /// <summary>Adds a relation and gives its name.</summary>
    public string Relation(string letter, string columns, Func<string> body)
    {
        var name = letter + (number++).ToString(CultureInfo.InvariantCulture);
        relations.Add((columns.Length == 0 ? name : $"{name}({columns})", body));
        return name;
    }

    public DaySet Days(IReadOnlyList<DateOnly> days)
    {
        var key = string.Join(',', days.Select(day => day.DayNumber));
        if (!daySets.TryGetValue(key, out var set))
        {
            daySets[key] = set = new DaySet(this, days);
            var made = set;
            set.Name = "d" + (number++).ToString(CultureInfo.InvariantCulture);
            // The columns of periods come as they are needed: head and body are written at the end.
            relations.Add((set.Name, () => made.Body()));
        }
        return set;
    }

    /// <summary>Which units lie under which (unit_id, member_id): the view is read once, however often it is asked.</summary>
    public string Reach => reach ??= Relation("h", "unit_id, member_id", () => $"select r.{catalogue.Reach.Unit}, r.{catalogue.Reach.Member} from {catalogue.Reach.View} r");

    /// <summary>The units asked for, on the days asked for.</summary>
    public Frame Asked()
    {
        var days = Days(question.Days);
        var under = Reach;
        UnitsParameter = question.Units is { } units ? Parameter(dialect.Units(units)) : null;
        var only = UnitsParameter is { } parameter ? " where " + dialect.IsOneOf("r.unit_id", parameter) : "";
        var name = Relation("f", "unit_id, at", () => $"select distinct r.unit_id, d.at from {under} r cross join {days.Name} d{only}");
        var frame = new Frame(name, days, question.Units is not null);
        if (frame.IsNarrow)
            members = Relation("m", "unit_id", () => $"select distinct r.member_id from {name} f join {under} r on r.unit_id = f.unit_id");
        return frame;
    }

    /// <summary>Columns of <see cref="Present"/> that no window has.</summary>
    public const string Unit = "of_unit_";

    /// <inheritdoc cref="Unit"/>
    public const string Day = "on_day_";

    /// <summary>The rows of a fact whose rows are units, on each of the days: the view is read once, however often units are asked for.</summary>
    public string Present(Fact fact, DaySet days) => Once(present, (fact, days), () =>
    {
        var columns = fact.Columns.Select(column => column.Sql).Concat(fact.Links.Select(link => link.Here)).Distinct(StringComparer.Ordinal).Select(column => $", g.{column}");
        return Relation("g", "", () => $"select g.{fact.Unit} as {Unit}, d.at as {Day}{string.Concat(columns)} from {fact.View} g join {days.Name} d on {Counts(fact, null, "g", days)}");
    });

    /// <summary>The units of a fact under the units of a frame.</summary>
    public Frame Under(Frame above, Fact fact) => Once(frames, (above, fact), () =>
    {
        var rows = Present(fact, above.Days);
        var name = Relation("f", "unit_id, at", () =>
            $"select distinct g.{Unit}, g.{Day} from {above.Name} f join {Reach} r on r.unit_id = f.unit_id join {rows} g on g.{Unit} = r.member_id and g.{Day} = f.at");
        return new Frame(name, above.Days, above.IsNarrow);
    });

    /// <summary>All units of a fact in the district.</summary>
    public Frame Everywhere(Fact fact, DaySet days) => Once(frames, (days, fact), () =>
    {
        var rows = Present(fact, days);
        return new Frame(Relation("f", "unit_id, at", () => $"select distinct g.{Unit}, g.{Day} from {rows} g"), days, false);
    });

    /// <summary>Counts and sums by the unit that rows belong to: each row is read once for all that is asked of its fact.</summary>
    /// <remarks>What is kept, is kept of all units.</remarks>
    public Scan Scan(Frame frame, Fact fact, Period? during) => Once(scans, (frame.Days, fact, during, totals is null && frame.IsNarrow), () =>
    {
        var scan = new Scan(fact, frame.Days, during, totals is null && frame.IsNarrow ? members : null) { Number = inOrder.Count };
        inOrder.Add(scan);
        scan.Name = Relation("s", "", () => totals is { } kept ? scan.Kept(kept) : scan.Body());
        return scan;
    });

    /// <summary>The whole statement.</summary>
    public SqlQuery Query(string text) => new(With() + "\n" + text, Parameters);

    /// <summary>A text with those of the parameters that it names.</summary>
    public SqlQuery Naming(string text)
    {
        var named = Named().Matches(text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        return new(text, [.. Parameters.Where(parameter => named.Contains(parameter.Name))]);
    }

    /// <summary>What a scan finds, a row a number: scan, slot, unit_id, at, value; of the units of parameters, or of all.</summary>
    public SqlQuery Totals(int number, string? units)
    {
        var scan = inOrder[number];
        // The body is written first: it tells the days which periods it needs.
        var body = scan.Body(units is null ? null : $"x.{scan.Fact.Unit} in ({units})");
        return Naming($"with {scan.Days.Name} as ({scan.Days.Body()}),\ns as ({body})\n" + string.Join(" union all ", scan.All.Select((_, i) => i.ToString(CultureInfo.InvariantCulture)).Select(slot =>
            $"select {number.ToString(CultureInfo.InvariantCulture)} as scan, {slot} as slot, s.unit_id as unit_id, s.at as at, {dialect.Real($"s.v{slot}")} as value from s where s.v{slot} is not null")));
    }

    /// <summary>What a scan found, for the units of a frame.</summary>
    public Rollup Rollup(Frame frame, Scan scan) => Once(rollups, (frame, scan), () =>
    {
        var rollup = new Rollup(Reach, frame, scan);
        rollup.Name = Relation("a", "", rollup.Body);
        return rollup;
    });

    /// <summary>The windows that a text reads.</summary>
    public static IEnumerable<string> ViewsIn(string text) => View().Matches(text).Select(match => match.Groups[1].Value);

    /// <summary>The scans by the names of the relations that add up what they find.</summary>
    public IReadOnlyDictionary<string, Scan> ScansByRollup() => rollups.Values.ToDictionary(rollup => rollup.Name, rollup => rollup.Scan, StringComparer.Ordinal);

    /// <summary>The condition that a row counts on d.at.</summary>
    public static string Counts(Fact fact, Period? during, string alias, DaySet days) => fact.Dates switch
    {
        FactDates.Span span => $"{alias}.{span.From} <= d.at and ({alias}.{span.Until} is null or {alias}.{span.Until} > d.at)",
        FactDates.Event happened when days.Start(during) is { } start => $"{alias}.{happened.On} > d.{start} and {alias}.{happened.On} <= d.at",
        FactDates.Event happened => $"{alias}.{happened.On} <= d.at",
        _ => "1 = 1",
    };

    private static T Once<T>(Dictionary<object, T> known, object key, Func<T> make)
    {
        if (!known.TryGetValue(key, out var value))
            known[key] = value = make();
        return value;
    }

    [GeneratedRegex(@"@p\d+\b", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    [GeneratedRegex(@"\b(?:from|join) (ds_\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex View();
}

using System.Globalization;
using Shuren.Formulas.Ast;
using Shuren.Formulas.Catalogues;

namespace Shuren.Formulas.Sql;

/// <summary>One thing to gather from the rows of a fact.</summary>
/// <param name="Function">count, sum, min or max.</param>
/// <param name="Value">What is added up; null to count rows.</param>
/// <param name="Where">Which rows; null for all.</param>
internal sealed record Gathered(string Function, string? Value, string? Where);

/// <summary>Reads the rows of a fact once and gathers by unit and day.</summary>
internal sealed class Scan(Fact fact, DaySet days, Period? during, string? members)
{
    private readonly List<Gathered> gathered = [];

    public string Name { get; set; } = "";

    /// <summary>Its place among the scans of the plan.</summary>
    public required int Number { get; init; }

    public Fact Fact => fact;

    public IReadOnlyList<Gathered> All => gathered;

    public DaySet Days => days;

    public int Gather(Gathered what)
    {
        var at = gathered.IndexOf(what);
        if (at < 0)
            gathered.Add(what);
        return at < 0 ? gathered.Count - 1 : at;
    }

    /// <summary>What it found, from the relation that keeps it.</summary>
    public string Kept(string totals)
    {
        var columns = gathered.Select((_, i) => i.ToString(CultureInfo.InvariantCulture)).Select(slot => $"max(case when t.slot = {slot} then t.value end) as v{slot}");
        return $"select t.unit_id as unit_id, t.at as at, {string.Join(", ", columns)} from {totals} t where t.scan = {Number.ToString(CultureInfo.InvariantCulture)} group by t.unit_id, t.at";
    }

    /// <param name="narrowed">A further condition on x, the row.</param>
    public string Body(string? narrowed = null)
    {
        // Where all ask for the same rows, the condition stands where an index can serve it.
        var shared = gathered.Select(what => what.Where).Distinct().ToList() is [{ } only] ? only : null;
        var columns = gathered.Select((what, i) => $"{Text(what, shared)} as v{i.ToString(CultureInfo.InvariantCulture)}");
        var conditions = new List<string> { SqlPlan.Counts(fact, during, "x", days) };
        if (members is not null)
            conditions.Add($"x.{fact.Unit} in (select unit_id from {members})");
        if (narrowed is not null)
            conditions.Add(narrowed);
        if (shared is not null)
            conditions.Add(shared);
        return $"select x.{fact.Unit} as unit_id, d.at as at, {string.Join(", ", columns)} from {fact.View} x cross join {days.Name} d "
            + $"where {string.Join(" and ", conditions)} group by x.{fact.Unit}, d.at";
    }

    private static string Text(Gathered what, string? shared)
    {
        var value = what.Value ?? "1";
        return what.Where is null || what.Where == shared ? $"{what.Function}({value})" : $"{what.Function}(case when {what.Where} then {value} end)";
    }
}

/// <summary>Adds up what a scan found under each unit of a frame.</summary>
internal sealed class Rollup(string reach, Frame frame, Scan scan)
{
    public string Name { get; set; } = "";

    public Scan Scan => scan;

    public string Body()
    {
        var columns = scan.All.Select((what, i) =>
        {
            var at = i.ToString(CultureInfo.InvariantCulture);
            return $"{(what.Function is "min" or "max" ? what.Function : "sum")}(s.v{at}) as v{at}";
        });
        return $"select f.unit_id as unit_id, f.at as at, {string.Join(", ", columns)} from {frame.Name} f join {reach} r on r.unit_id = f.unit_id "
            + $"join {scan.Name} s on s.unit_id = r.member_id and s.at = f.at group by f.unit_id, f.at";
    }
}

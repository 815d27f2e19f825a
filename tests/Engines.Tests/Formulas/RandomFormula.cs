using System.Globalization;

namespace Shuren.Engines.Tests.Formulas;

/// <summary>Formulas that the test catalogue can bind, of every construct of the language.</summary>
internal sealed class RandomFormula(int seed)
{
    private readonly Random chance = new(seed);

    public string Next() => chance.Next(5) switch { 0 => Condition(3, 0), _ => Number(3, 0) };

    /// <param name="depth">How much further down it may go.</param>
    /// <param name="eaches">How many eaches stand around it.</param>
    private string Number(int depth, int eaches)
    {
        if (depth <= 0)
            return Total(depth);
        return chance.Next(13) switch
        {
            0 => $"({Plain(depth - 1, eaches)} {Pick("+", "-", "*", "or else")} {Plain(depth - 1, eaches)})",
            1 => $"({Plain(depth - 1, eaches)} {Pick("/", "per", "per 100", "per 1000", "ratio to", "percent of")} {Plain(depth - 1, eaches)})",
            2 or 3 or 4 when eaches < 2 => Spread(depth - 1, eaches),
            5 => $"{Pick("growth", "change")}({Number(depth - 1, 2)} over {Pick("1 year", "18 months", "100 days")})",
            6 when eaches < 2 => $"{Pick("rank", "rank lowest")}({Number(depth - 1, 2)} each school{EachWhere(depth - 1, 2)})",
            7 => $"{Pick("ceil", "floor")}({Number(depth - 1, eaches)})",
            8 => $"-{Total(depth)}",
            9 => $"[R4]",
            _ => Total(depth),
        };
    }

    /// <summary>A number without a unit, so that any two fit.</summary>
    private string Plain(int depth, int eaches) => chance.Next(4) switch
    {
        0 => Figure(),
        1 => $"cv({Number(depth - 1, 2)} each school)" is var disparity && eaches < 2 ? disparity : "count(pupils)",
        _ => $"count(pupils{Where(PupilCondition)})",
    };

    private string Spread(int depth, int eaches)
    {
        var each = $"each school{EachWhere(depth, eaches + 1)}";
        return chance.Next(8) switch
        {
            0 => $"count({each})",
            1 => $"{Pick("avg", "stdev", "cv")}({Number(depth, eaches + 1)} {each} weighted by count(pupils{Where(PupilCondition)}))",
            2 => $"cv({Number(depth, eaches + 1)} {each}{Pick("", " unweighted")})",
            3 => $"percentile({chance.Next(0, 101)}, {Number(depth, eaches + 1)} {each})",
            _ => $"{Pick("sum", "avg", "min", "max", "median", "stdev")}({Number(depth, eaches + 1)} {each})",
        };
    }

    private string EachWhere(int depth, int eaches) => chance.Next(2) == 0 ? "" : chance.Next(4) switch
    {
        0 => $" where kind {Pick("=", "!=")} {Pick("public", "inclusive", "private")}",
        1 => " where planned >= 2015 and not boarding",
        2 => " where boarding is known or count(pupils) > 2",
        _ => $" where {Condition(depth - 1, eaches)}",
    };

    private string Condition(int depth, int eaches) => (depth <= 0 ? 0 : chance.Next(8)) switch
    {
        0 or 1 => $"{Plain(depth - 1, eaches)} {Pick(">=", "<=", "=", "!=", "<", ">")} {Figure()}",
        2 => $"({Condition(depth - 1, eaches)} {Pick("and", "or")} {Condition(depth - 1, eaches)})",
        3 => $"not ({Condition(depth - 1, eaches)})",
        4 => $"{Number(depth - 1, eaches)} {Pick("is missing", "is known")}",
        5 when eaches < 2 => $"(every school{EachWhere(depth - 1, eaches + 1)} meets {Condition(depth - 1, eaches + 1)})",
        6 => $"at least {chance.Next(1, 4)} of ([R4] >= area_line / 1, count(pupils) >= {Figure()}, count(rooms) <= {Figure()}){Pick("", $" and the rest at {chance.Next(1, 101)} %")}",
        _ => $"{Plain(depth - 1, eaches)} between {Figure()} and {Figure()}",
    };

    private string Total(int depth) => chance.Next(9) switch
    {
        0 or 1 => $"count({Pick("pupils" + Where(PupilCondition), "teachers" + Where(TeacherCondition), "rooms" + Where(RoomCondition))})",
        2 => $"count distinct({Pick("person", "degree", "pay")} of teachers{Where(TeacherCondition)})",
        3 => $"{Function()}({Pick("area", "cost", "area * 2", "area / 3")} of rooms{Where(RoomCondition)})",
        4 => $"{Function()}(score of pupils{Where(PupilCondition)})",
        5 => $"{Function()}(hours of training{Where(() => "hours > 3")} during {Period()})",
        6 => $"percentile({chance.Next(0, 101)}, pay of teachers{Where(TeacherCondition)})",
        7 => $"count(titles{Where(() => "level in (county, city)")} during {Period()})",
        _ => $"{Function()}(pay / {chance.Next(1, 9)} of teachers{Where(TeacherCondition)})",
    };

    private string Function() => Pick("sum", "avg", "min", "max", "median", "stdev");

    private string Period() => Pick("this year", "this school year", "last 2 years", "last 7 months", "last 90 days", "ever");

    private string Where(Func<string> condition) => chance.Next(3) == 0 ? "" : " where " + RowCondition(condition, 2);

    private string RowCondition(Func<string> one, int depth) => (depth <= 0 ? 0 : chance.Next(5)) switch
    {
        1 => $"({RowCondition(one, depth - 1)} and {RowCondition(one, depth - 1)})",
        2 => $"({RowCondition(one, depth - 1)} or {RowCondition(one, depth - 1)})",
        3 => $"not ({RowCondition(one, depth - 1)})",
        _ => one(),
    };

    private string PupilCondition() => chance.Next(6) switch
    {
        0 => "migrant",
        1 => $"stage {Pick("=", "!=")} {Pick("primary", "junior", "senior")}",
        2 => $"stage {Pick("in", "not in")} (primary, senior)",
        3 => $"born {Pick("<", ">=", "=", "!=")} {Pick("2014-05-01", "today")}",
        4 => $"score between {Figure()} and 90",
        _ => $"{Pick("score", "born", "stage", "migrant")} {Pick("is missing", "is known")}",
    };

    private string TeacherCondition() => chance.Next(4) switch
    {
        0 => $"degree {Pick(">=", "<", "<=", ">", "=")} {Pick("college", "bachelor", "master")}",
        1 => $"exists(titles where level {Pick("=", "!=")} county during {Period()})",
        2 => "exists(titles during ever)",
        _ => $"stage = {Pick("primary", "junior", "senior")}",
    };

    private string RoomCondition() => chance.Next(4) switch
    {
        0 => $"area {Pick(">=", "<", "=", "!=")} {Pick("area_line * 10", "96", "50.25")}",
        1 => "label in ('A1', 'b''2', '三楼')",
        2 => "cost / area > 5",
        _ => "stage is missing",
    };

    private string Figure() => Pick(chance.Next(0, 30).ToString(CultureInfo.InvariantCulture), "0", "4.5", "0.85");

    private string Pick(params string[] of) => of[chance.Next(of.Length)];
}

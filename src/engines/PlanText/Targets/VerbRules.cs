using System.Collections.Frozen;

namespace Shuren.PlanText.Targets;

/// <summary>What the verb before a number makes of it.</summary>
internal enum VerbKind
{
    /// <summary>No verb that matters.</summary>
    None,

    /// <summary>Something is done that many times or to that many things.</summary>
    Act,

    /// <summary>The level it arrives at.</summary>
    Reach,

    /// <summary>The level it keeps.</summary>
    Maintain,

    /// <summary>By how much it grows.</summary>
    Increase,

    /// <summary>By how much it falls.</summary>
    Decrease,
}

/// <summary>The words of <c>Rules/verbs.txt</c>.</summary>
internal static class VerbRules
{
    private static readonly FrozenDictionary<string, WordList> Groups = RuleFile.Groups("verbs.txt");

    private static readonly (string Group, VerbKind Kind)[] Adjacent =
        [("reach", VerbKind.Reach), ("maintain", VerbKind.Maintain), ("rise", VerbKind.Increase), ("fall", VerbKind.Decrease)];

    private static readonly WordList Everything = new(RuleFile.Lines("verbs.txt")
        .Where(line => !line.StartsWith("ending:", StringComparison.Ordinal))
        .SelectMany(line => RuleFile.Words(line.Split(':', 2)[1])));

    internal static WordList Acts => Groups["act"];

    /// <summary>Signs in which verbs end that no list can hold: 建好一个, 每校至少一个.</summary>
    internal static WordList Endings => Groups["ending"];

    /// <summary>Words that open a clause and belong to no indicator.</summary>
    internal static WordList Leads => Groups["lead"];

    /// <summary>The verb that ends right before <paramref name="end"/>: its length and what it says; (0, None) where none does.</summary>
    internal static (int Length, VerbKind Kind) Before(string flat, int end)
    {
        var (length, kind) = (0, VerbKind.None);
        foreach (var (group, candidate) in Adjacent)
        {
            if (Groups[group].LengthBefore(flat, end) is var found && found > length)
                (length, kind) = (found, candidate);
        }
        return (length, kind);
    }

    /// <summary>The verb that begins at a place: its length and what it says; (0, None) where none does.</summary>
    internal static (int Length, VerbKind Kind) Opening(string flat, int start)
    {
        var (length, kind) = (0, VerbKind.None);
        foreach (var (group, candidate) in Adjacent)
        {
            if (Groups[group].LengthAt(flat, start) is var found && found > length)
                (length, kind) = (found, candidate);
        }
        return (length, kind);
    }

    /// <summary>Whether 新增, 减少 and their like stand in the clause before the number, read from left to right by longest words.</summary>
    internal static VerbKind InClause(string flat, int start, int end)
    {
        var kind = VerbKind.None;
        for (var at = start; at < end;)
        {
            var length = Everything.LengthAt(flat, at);
            if (length > 0 && at + length <= end)
            {
                if (Groups["increase"].LengthAt(flat, at) == length)
                    kind = VerbKind.Increase;
                else if (Groups["decrease"].LengthAt(flat, at) == length)
                    kind = VerbKind.Decrease;
                else if (kind == VerbKind.None && Acts.LengthAt(flat, at) == length)
                    kind = VerbKind.Act;
            }
            at += Math.Max(1, length);
        }
        return kind;
    }

    /// <summary>Where the predicate begins that a counted thing is the subject of (12所学校|创成...), or -1.</summary>
    internal static int FirstPredicate(string flat, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (Groups["predicate"].LengthAt(flat, at) is > 1 and var length && at + length <= end)
                return at;
        }
        return -1;
    }
}

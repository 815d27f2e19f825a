using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Tasks;

/// <summary>Whether words name an action to be done.</summary>
internal static class ActionWords
{
    private static readonly WordList Verbs = RuleFile.Words("action-verbs");
    private static readonly WordList Adverbs = RuleFile.Words("adverbs");
    private static readonly IReadOnlyDictionary<string, WordList> Effects = RuleFile.Roles("effect-words");
    private static readonly IReadOnlyDictionary<string, WordList> Past = RuleFile.Roles("past-words");

    /// <summary>Length of the verb with which words begin, adverbs before it aside; 0 if they begin otherwise.</summary>
    internal static int VerbAfterAdverbs(ReadOnlySpan<char> words) => Verbs.AtStart(SkipAdverbs(words));

    /// <summary>
    /// A task names an action: a clause begins with a verb, or a verb stands behind who acts or behind 将, 围绕, 2026年.
    /// A number to be reached, a rate that rises, is no action.
    /// </summary>
    internal static bool NameAction(Passage sentence, bool amongAims)
    {
        var clauses = Sentences.Clauses(sentence).ToList();
        return clauses.Exists(c => BeginsWithAction(c, amongAims)) || (!amongAims && clauses.Exists(c => !IsEffect(c) && (Verbs.In(c) || Adverbs.AtStart(c) > 0)));
    }

    /// <summary>What was done before the plan year: 2025年，全县建成…; 截至目前，….</summary>
    internal static bool TellPast(ReadOnlySpan<char> plain, int? planYear)
    {
        var begins = Past["opens"].AtStart(plain) > 0 || (PeriodFinder.FirstYear(plain[..Math.Min(4, plain.Length)]) is { } year && year < planYear);
        return (begins || Past["has"].In(plain)) && !Past["future"].In(plain);
    }

    private static bool BeginsWithAction(string clause, bool amongAims)
    {
        var words = SkipAdverbs(clause);
        if (Verbs.AtStart(words) == 0)
            return false;
        var isAim = Effects["aim"].AtStart(words) > 0 || Effects["aim"].AtStart(clause) > 0;
        return !(isAim && (amongAims || IsEffect(clause))) && !(amongAims && Effects["abstract"].AtStart(words) > 0);
    }

    /// <summary>巩固率稳定在99%以上, 参训率100%.</summary>
    private static bool IsEffect(string clause) =>
        (Effects["verb"].In(clause) && Effects["measure"].In(clause)) || (clause.Contains('%') && Effects["rate"].In(clause));

    private static ReadOnlySpan<char> SkipAdverbs(ReadOnlySpan<char> words)
    {
        while (Verbs.AtStart(words) == 0 && Adverbs.AtStart(words) is > 0 and var length)
            words = words[length..];
        return words;
    }
}

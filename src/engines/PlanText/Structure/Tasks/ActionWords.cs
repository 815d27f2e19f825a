using Shuren.PlanText.Structure.Head;
using Shuren.PlanText.Structure.Rules;

namespace Shuren.PlanText.Structure.Tasks;

/// <summary>Whether words name an action to be done.</summary>
internal static class ActionWords
{
    private static readonly WordList Verbs = RuleFile.Words("action-verbs");
    private static readonly WordList Names = RuleFile.Words("verb-names");
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
        // 到2027年，建成…: where aims stand, what is reached by then is one of them.
        if (amongAims && sentence.Plain is ['到' or '至', ..] && PeriodFinder.FirstYear(sentence.Plain.AsSpan(0, Math.Min(5, sentence.Length))) is not null)
            return false;
        var clauses = Sentences.Clauses(sentence).ToList();
        return clauses.Exists(c => BeginsWithAction(c, amongAims)) || (!amongAims && clauses.Exists(c => !IsEffect(c) && (Verbs.In(WithoutNames(c)) || Adverbs.AtStart(c) > 0)));
    }

    /// <summary>35家校外培训机构: 培训 is part of a name here.</summary>
    private static string WithoutNames(string clause) => Without(Names, clause);

    private static string Without(WordList words, string clause)
    {
        for (var at = 0; at < clause.Length; at++)
        {
            if (words.AtStart(clause.AsSpan(at)) is > 0 and var length)
                clause = clause.Remove(at, length);
        }

        return clause;
    }

    /// <summary>What was done before the plan year: 2025年，全县建成…; 截至目前，….</summary>
    internal static bool TellPast(Passage sentence, int? planYear)
    {
        ReadOnlySpan<char> plain = sentence.Plain;
        var begins = Past["opens"].AtStart(plain) > 0 || (PeriodFinder.FirstYear(plain[..Math.Min(4, plain.Length)]) is { } year && year < planYear);
        if ((begins || Past["has"].In(plain)) && !Past["future"].In(plain))
            return true;
        var clauses = Sentences.Clauses(sentence).ToList();
        return clauses.Exists(c => Past["state"].AtStart(c) > 0) && !clauses.Exists(c => BeginsWithAction(c, amongAims: false));
    }

    private static bool BeginsWithAction(string clause, bool amongAims)
    {
        var words = SkipAdverbs(clause);
        if (Verbs.AtStart(words) == 0)
            return false;
        var isAim = Effects["aim"].AtStart(words) > 0 || Effects["aim"].AtStart(clause) > 0;
        return !(isAim && (amongAims || IsEffect(clause))) && !(amongAims && (Effects["abstract"].AtStart(words) > 0 || IsEffect(clause)));
    }

    /// <summary>巩固率稳定在99%以上, 参训率100%; but 分流学生2600名以上 is an act.</summary>
    private static bool IsEffect(string clause) =>
        (Effects["verb"].In(Without(Effects["no verb"], clause)) && (Effects["measure"].In(clause) || Effects["number"].In(clause)))
        || (Effects["limit"].In(clause) && (Effects["measure"].In(clause) || IsDoneOften(clause)))
        || (clause.Contains('%') && Effects["rate"].In(clause))
        || Effects["total"].AtStart(clause) > 0;

    /// <summary>应急演练不少于2次: the verb stands right before the limit and is a name of what is counted.</summary>
    private static bool IsDoneOften(string clause)
    {
        for (var at = 1; at < clause.Length; at++)
        {
            if (Effects["limit"].AtStart(clause.AsSpan(at)) > 0 && Verbs.AtEnd(clause.AsSpan(0, at)) > 0)
                return true;
        }

        return false;
    }

    private static ReadOnlySpan<char> SkipAdverbs(ReadOnlySpan<char> words)
    {
        while (Verbs.AtStart(words) == 0 && Adverbs.AtStart(words) is > 0 and var length)
            words = words[length..];
        return words;
    }
}

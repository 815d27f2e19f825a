using System.Collections.Frozen;

namespace Shuren.PlanText.Targets;

/// <summary>
/// 实现一校一警务室: one for each, said without a measure word. It is a quantity (1 个) where a verb says that it is reached; otherwise,
/// and with the words that <c>Rules/one-for-each.txt</c> lists, it is a slogan (一校一策).
/// </summary>
internal static class Distributions
{
    private const int LongestThing = 8;

    private static readonly FrozenDictionary<string, WordList> Rules = RuleFile.Groups("one-for-each.txt");

    internal static IEnumerable<PlanTarget> Find(SentenceView view, Sentence sentence)
    {
        var flat = view.Flat;
        for (var at = 1; at + 3 < flat.Length; at++)
        {
            if (flat[at] != '一' || flat[at + 2] != '一' || view.IsInName(at) || Rules["each"].LengthAt(flat, at + 1) == 0)
                continue;
            var verb = Rules["reached"].LengthBefore(flat, at);
            var thing = ThingLength(view, at + 3);
            if (verb == 0 || thing == 0 || Rules["slogan"].LengthAt(flat, at + 3) == thing)
                continue;
            var end = at + 3 + thing;
            yield return new("", sentence.Task, sentence.Section, sentence.Text[at..end], "每" + flat[at + 1] + sentence.Text[(at + 3)..end] + "数",
                TargetKind.Count, "1", "个", "=", null, sentence.IsPlan ? TargetStatus.Target : TargetStatus.Result, new(0, at, end));
        }
    }

    private static int ThingLength(SentenceView view, int start)
    {
        var end = start;
        while (end < view.Flat.Length && end < start + LongestThing && char.IsLetter(view.Flat[end]) && view.Flat[end] is not ('的' or '和'))
            end++;
        return end - start;
    }
}

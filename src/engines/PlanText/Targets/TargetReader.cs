namespace Shuren.PlanText.Targets;

/// <summary>Finds every quantitative statement in the sentences of a plan.</summary>
internal static class TargetReader
{
    /// <summary>Reads the numbers of all sentences, in reading order.</summary>
    /// <param name="source">What the places point into.</param>
    /// <param name="sentences">The document's body, tasks and other sentences alike.</param>
    /// <param name="planYear">The year that is planned: numbers of earlier years are results. Null where it is not known.</param>
    /// <param name="endYear">The last year of a plan of several years, or null.</param>
    internal static IReadOnlyList<PlanTarget> Read(SourceText source, IReadOnlyList<Sentence> sentences, int? planYear = null, int? endYear = null)
    {
        var targets = new List<PlanTarget>();
        foreach (var sentence in sentences.Select(TightSentence.Of))
        {
            foreach (var found in InSentence(sentence, planYear, endYear, LineBreaks.Of(source, sentence.Sentence)))
                targets.Add(found with { Id = "g" + (targets.Count + 1), Place = Places.Of(source, sentence.Sentence, found.Place), Quote = sentence.Words(found.Place.Start, found.Place.End) });
        }
        return targets;
    }

    /// <summary>The targets of one sentence; their places are still offsets in its text.</summary>
    internal static IEnumerable<PlanTarget> InSentence(TightSentence tight, int? planYear, int? endYear, IReadOnlyList<int> breaks)
    {
        var sentence = tight.Sentence;
        var view = new SentenceView(sentence.Text);
        var quantities = QuantityFinder.Find(view);
        var deadlines = Deadlines.Find(view);
        var yearly = YearlyValues.Of(view, quantities, planYear is { } from && endYear is { } to ? (from, to) : null);
        var found = new List<PlanTarget>();
        Phrase? previous = null;
        QuantityReading? told = null;
        for (var i = 0; i < quantities.Count; i++)
        {
            var ahead = i + 1 < quantities.Count ? quantities[i + 1].Start : view.Flat.Length;
            var reading = QuantityReading.Of(view, quantities[i], Math.Max(previous?.End ?? 0, view.ClauseStart(quantities[i].Start)));
            reading = told = reading.After(told, view);
            var phrase = Phrase.Of(view, reading, previous, ahead);
            previous = phrase;
            phrase = phrase.InOneLine(view, reading, breaks).Fitted(tight, quantities[i]);
            var status = StatusRule.Of(view, sentence, reading, planYear);
            var deadline = status != TargetStatus.Target ? null
                : yearly[i] ?? (Deadlines.For(view, deadlines, quantities[i]) is { } due ? tight.Words(due.Start.Value, due.End.Value) : sentence.Due);
            found.Add(new("", sentence.Task, sentence.Section, sentence.Text[phrase.Start..phrase.End], phrase.Indicator.Length > 1 ? phrase.Indicator : sentence.About ?? phrase.Indicator, reading.Kind,
                quantities[i].Value, quantities[i].Unit, reading.Comparator, deadline, status,
                new(0, phrase.Start, phrase.End)));
        }
        found.AddRange(Distributions.Find(view, sentence));
        found.AddRange(Directions.Find(view, quantities, sentence));
        return found.OrderBy(target => target.Place.Start);
    }
}

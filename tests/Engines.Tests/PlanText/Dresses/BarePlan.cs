using Shuren.Engines.Tests.PlanText.Unseen;
using Shuren.PlanText;

namespace Shuren.Engines.Tests.PlanText.Dresses;

/// <summary>A plan without its dress: what it says, whatever numbering, lines and file it comes in.</summary>
/// <param name="Title">The words above it.</param>
/// <param name="Parts">Its parts in order.</param>
internal sealed record BarePlan(string Title, IReadOnlyList<BarePart> Parts)
{
    private static readonly Lazy<Pool> AllPieces = new(Pool.Gather);

    /// <summary>Everything that the invented documents of the folder Unseen say, taken apart.</summary>
    private sealed record Pool(IReadOnlyList<string> PartTitles, IReadOnlyList<BarePoint> Points)
    {
        internal static Pool Gather()
        {
            var (titles, points) = (new List<string>(), new List<BarePoint>());
            foreach (var name in UnseenPlan.Names)
            {
                var reading = PlanReader.Read(SourceText.FromPlainText(UnseenPlan.TextOf(name)));
                var tasks = reading.Tasks.ToLookup(t => t.Section);
                titles.AddRange(reading.Sections.Where(s => s.Level == 1 && s.IsPlan && IsTitle(s.Title) && !tasks[s.Id].Any()).Select(s => s.Title));
                points.AddRange(reading.Sections.Where(s => s.Level > 1 && s.IsPlan && IsTitle(s.Title) && !s.Title.Contains('，', StringComparison.Ordinal)).Select(s => new BarePoint(s.Title, [.. tasks[s.Id].Select(t => t.Text).Where(IsSentence)])).Where(p => p.Sentences.Count > 0));
            }
            return new([.. titles.Distinct()], [.. points.DistinctBy(p => p.Title)]);
        }

        /// <summary>Frames (总体要求, 实施步骤) change what stands under them and are left out.</summary>
        private static bool IsTitle(string title) =>
            title.Length is >= 4 and <= 20 && title.All(c => char.IsLetter(c) || c is '，' or '、' or '“' or '”') && !Array.Exists(Frames, title.Contains);

        /// <summary>Sentences that name a year belong to the year of their own plan.</summary>
        private static bool IsSentence(string text) =>
            text.Length >= 12 && text[^1] == '。' && !text.Contains('\n', StringComparison.Ordinal) && !text.Contains("20", StringComparison.Ordinal);
    }

    private static readonly string[] Frames = ["目标", "要求", "阶段", "季度", "步骤", "思路", "总结", "回顾", "情况", "问题", "组织保障", "打算", "任务", "指导思想"];

    /// <summary>A plan of three to five parts, made by chance; the same for the same seed.</summary>
    internal static BarePlan Of(int seed)
    {
        var random = new Random(seed);
        var pool = AllPieces.Value;
        var titles = pool.PartTitles.ToArray();
        var points = pool.Points.ToArray();
        random.Shuffle(titles);
        random.Shuffle(points);
        var taken = 0;
        var parts = Enumerable.Range(0, random.Next(3, 6)).Select(p => new BarePart(titles[p],
            [.. Enumerable.Range(0, random.Next(2, 5)).Select(_ => Shortened(points[taken++], random))]));
        return new("青禾县教育局2026年工作要点", [.. parts]);
    }

    private static BarePoint Shortened(BarePoint point, Random random) =>
        point with { Sentences = [.. point.Sentences.Take(random.Next(1, 5))] };

    internal IEnumerable<string> Headings() => Parts.SelectMany(p => p.Points.Select(q => q.Title).Prepend(p.Title));

    internal IEnumerable<string> Sentences() => Parts.SelectMany(p => p.Points).SelectMany(p => p.Sentences);
}

/// <summary>A part of a plan.</summary>
internal sealed record BarePart(string Title, IReadOnlyList<BarePoint> Points);

/// <summary>What a part has to say on one matter.</summary>
internal sealed record BarePoint(string Title, IReadOnlyList<string> Sentences);

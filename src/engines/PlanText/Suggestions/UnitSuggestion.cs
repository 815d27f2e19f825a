using System.Globalization;

namespace Shuren.PlanText.Suggestions;

/// <summary>
/// Suggests who leads a task, by arithmetic over words: what the document itself says, the duties of the units, and who led a similar
/// task before. Every score can be redone by hand; see <c>docs/decisions/0023-suggestions-by-words.md</c>.
/// </summary>
/// <param name="units">The bureau's units with the duties it has edited.</param>
/// <param name="past">Tasks of earlier years with their leads; may be empty.</param>
public sealed class UnitSuggestion(IReadOnlyList<UnitProfile> units, IReadOnlyList<PastTask> past)
{
    /// <summary>An earlier lead is strong evidence, but sections are reorganised: the same sentence gives 0.9, not 1.</summary>
    private const double PastShare = 0.9;

    /// <summary>A candidate below this is noise.</summary>
    private const double LeastScore = 0.15;

    /// <summary>A unit helps when its score is at least this part of the best.</summary>
    private const double SupportShare = 0.6;

    private const int MostCandidates = 5;

    private const int MostSupport = 3;

    private readonly DutyIndex _duties = new(units);

    private readonly PastIndex _past = new(past);

    /// <summary>Suggests for one task. For many tasks make one <see cref="UnitSuggestion"/> and ask it for each.</summary>
    /// <example><code>UnitSuggestion.Suggest("组织教师公开招聘。", "", DefaultUnits.All, []).Candidates[0].Unit // 组织人事科</code></example>
    public static UnitAdvice Suggest(string task, string sectionTitle, IReadOnlyList<UnitProfile> units, IReadOnlyList<PastTask> past)
        => new UnitSuggestion(units, past).Suggest(task, sectionTitle);

    /// <summary>Ranked candidates with reasons, and who might help. Empty where nothing speaks for anybody.</summary>
    /// <param name="task">The task's sentence.</param>
    /// <param name="sectionTitle">The title of its section in the plan, or empty.</param>
    public UnitAdvice Suggest(string task, string sectionTitle)
    {
        var duties = _duties.Match(task, sectionTitle);
        var earlier = _past.Match(task);
        var named = NamedUnits.In(task, units);
        List<UnitCandidate> all = [.. units
            .Select((unit, index) => Candidate(unit, named.FirstOrDefault(name => name.Unit == unit), duties[index], earlier.FirstOrDefault(match => match.Task.Lead == unit.Name)))
            .Where(candidate => candidate.Score >= LeastScore)
            .OrderByDescending(candidate => candidate.Score)];
        return new([.. all.Take(MostCandidates)], SupportOf(all, earlier, named));
    }

    /// <summary>What speaks for a unit independently adds up as chances do: 1 - (1 - duties)(1 - past); the document's own word is 1.</summary>
    private static UnitCandidate Candidate(UnitProfile unit, NamedUnit? named, DutyMatch duty, PastMatch? earlier)
    {
        var score = named is { IsLead: true } ? 1 : 1 - (1 - duty.Score) * (1 - PastShare * (earlier?.Similarity ?? 0)) * (named is null ? 1 : 0.5);
        List<string> facts = [];
        if (named is not null)
            facts.Add($"文件写明“{named.Words}”");
        if (duty.Phrases.Count > 0)
            facts.Add($"职责“{string.Join("”“", duty.Phrases.Take(3))}”与任务用词相合");
        if (earlier is not null)
            facts.Add($"往年相似任务“{Shorten(earlier.Task.Text)}”由其牵头（相似度 {(earlier.Similarity * 100).ToString("0", CultureInfo.InvariantCulture)}%）");
        return new(unit.Name, score, string.Join("；", facts) + "。");
    }

    private List<UnitCandidate> SupportOf(List<UnitCandidate> all, IReadOnlyList<PastMatch> earlier, IReadOnlyList<NamedUnit> named)
    {
        if (all.Count == 0)
            return [];
        var lead = all[0];
        var fromPast = earlier.Take(1)
            .SelectMany(match => match.Task.Support.Where(unit => unit != lead.Unit && units.Any(known => known.Name == unit))
                .Select(unit => new UnitCandidate(unit, PastShare * match.Similarity, $"往年相似任务“{Shorten(match.Task.Text)}”由其配合。")));
        var fromText = named.Where(name => !name.IsLead && name.Unit.Name != lead.Unit).Select(name => new UnitCandidate(name.Unit.Name, 1, $"文件写明“{name.Words}”。"));
        var fromDuties = all.Skip(1).Where(candidate => candidate.Score >= SupportShare * Math.Min(lead.Score, 0.9));
        return [.. fromText.Concat(fromPast).Concat(fromDuties).DistinctBy(candidate => candidate.Unit).Take(MostSupport)];
    }

    private static string Shorten(string text) => text.Length <= 20 ? text.TrimEnd('。') : text[..20] + "…";
}

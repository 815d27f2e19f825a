namespace Shuren.PlanText.Suggestions;

/// <summary>A section of a bureau as far as a suggestion needs to know it.</summary>
/// <param name="Name">Its full name: 基础教育科.</param>
/// <param name="ShortNames">Other names under which documents speak of it: 基教科.</param>
/// <param name="Duties">What it answers for, as phrases that the bureau edits: 控辍保学, 幼儿园办园行为.</param>
public sealed record UnitProfile(string Name, IReadOnlyList<string> ShortNames, IReadOnlyList<string> Duties);

/// <summary>A task of an earlier year and who had it.</summary>
/// <param name="Text">Its sentence.</param>
/// <param name="Lead">The unit that led it.</param>
/// <param name="Support">The units that supported it.</param>
public sealed record PastTask(string Text, string Lead, IReadOnlyList<string> Support);

/// <summary>A unit that is suggested, with the facts that speak for it. It never decides.</summary>
/// <param name="Unit">The name from its <see cref="UnitProfile"/>.</param>
/// <param name="Score">0 to 1; comparable within one task only.</param>
/// <param name="Reason">Facts, in words for the user.</param>
public sealed record UnitCandidate(string Unit, double Score, string Reason);

/// <summary>Who might lead a task and who might help, best first.</summary>
/// <param name="Candidates">Units for which something speaks.</param>
/// <param name="Support">Units that might help; none of them is the first candidate.</param>
public sealed record UnitAdvice(IReadOnlyList<UnitCandidate> Candidates, IReadOnlyList<UnitCandidate> Support)
{
    /// <summary>Scores nearer than this are a tie: nobody should read a choice into the third decimal.</summary>
    public const double TieWidth = 0.02;

    /// <summary>The best candidate, and every other that is as good: a tie is for people to break.</summary>
    public IReadOnlyList<UnitCandidate> Leads => [.. Candidates.TakeWhile(candidate => Candidates[0].Score - candidate.Score < TieWidth)];
}

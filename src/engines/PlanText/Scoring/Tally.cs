namespace Shuren.PlanText.Scoring;

/// <summary>How well one kind of piece was found.</summary>
/// <param name="Right">Found and labelled alike.</param>
/// <param name="Labelled">How many the labels hold.</param>
/// <param name="Found">How many the reading holds.</param>
/// <param name="Misses">Labelled, but not found.</param>
/// <param name="Extras">Found, but not labelled.</param>
public sealed record Tally(int Right, int Labelled, int Found, IReadOnlyList<ScoredPiece> Misses, IReadOnlyList<ScoredPiece> Extras)
{
    /// <summary>The part of what was found that is right, 0 to 1; 1 where nothing was found and nothing labelled.</summary>
    public double Precision => Found == 0 ? Labelled == 0 ? 1 : 0 : (double)Right / Found;

    /// <summary>The part of the labels that was found, 0 to 1; 1 where nothing was labelled.</summary>
    public double Recall => Labelled == 0 ? 1 : (double)Right / Labelled;

    /// <summary>The harmonic mean of both: 2·Right / (Found + Labelled).</summary>
    public double F1 => Found + Labelled == 0 ? 1 : 2.0 * Right / (Found + Labelled);
}

/// <summary>A piece that was missed, or found without being labelled.</summary>
/// <param name="Line">Where it stands, counted from 1.</param>
/// <param name="Text">Its words.</param>
public sealed record ScoredPiece(int Line, string Text);

/// <summary>How often a property of the right targets agrees with the labels.</summary>
/// <param name="Right">How many agree.</param>
/// <param name="Of">How many were compared.</param>
/// <param name="Wrong">Those that do not: the words, what was read, what was labelled.</param>
public sealed record Agreement(int Right, int Of, IReadOnlyList<ScoredPiece> Wrong)
{
    /// <summary>0 to 1; 1 where nothing was compared.</summary>
    public double Rate => Of == 0 ? 1 : (double)Right / Of;
}

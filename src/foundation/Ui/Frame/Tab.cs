namespace Shuren.Ui;

/// <summary>One of several views of the same thing.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Href">Its path relative to the base.</param>
/// <param name="IsCurrent">True for the view at hand.</param>
/// <param name="Count">How many wait there; 0 draws nothing.</param>
public sealed record Tab(string Label, string Href, bool IsCurrent = false, int Count = 0);

namespace Shuren.Ui;

/// <summary>One step of the way down to a page.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Href">Its path relative to the base; null for the page itself.</param>
public sealed record Crumb(string Label, string? Href = null);

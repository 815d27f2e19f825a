namespace Shuren.Ui;

/// <summary>One of the things that a select, radios or check boxes offer.</summary>
/// <param name="Value">What the form sends.</param>
/// <param name="Label">What the person reads.</param>
/// <param name="Hint">A remark under it, for radios and check boxes.</param>
public sealed record Choice(string Value, string Label, string? Hint = null);

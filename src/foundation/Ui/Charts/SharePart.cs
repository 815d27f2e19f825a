namespace Shuren.Ui;

/// <summary>One part of a whole.</summary>
/// <param name="Label">What it is: 已达到.</param>
/// <param name="Value">How many.</param>
/// <param name="Class">Its colour: b-val, b-val2, b-amber, b-red, b-track.</param>
/// <param name="Href">The rows behind the number.</param>
public sealed record SharePart(string Label, int Value, string Class, string? Href = null);

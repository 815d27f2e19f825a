namespace Shuren.Ui;

/// <summary>One column of a chart over time.</summary>
/// <param name="Label">When: 10月21日.</param>
/// <param name="Value">How many; not below 0.</param>
public sealed record ColumnBar(string Label, int Value);

namespace Shuren.Ui;

/// <summary>A large number on top of a page.</summary>
/// <param name="Label">What it counts.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">What stands behind it: 项, / 37个.</param>
/// <param name="Href">The rows behind it.</param>
public sealed record Figure(string Label, string Value, string Unit = "", string? Href = null)
{
    /// <summary>A lamp before the label.</summary>
    public LampKind? Lamp { get; init; }
}

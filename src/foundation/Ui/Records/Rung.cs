namespace Shuren.Ui;

/// <summary>One rung of a ladder of measures that grow stricter.</summary>
/// <param name="Label">The measure.</param>
/// <param name="Note">What came of it: 2次，至4月10日; 未启动.</param>
/// <param name="State">Done, at hand, or ahead.</param>
public sealed record Rung(string Label, string Note, StageState State);

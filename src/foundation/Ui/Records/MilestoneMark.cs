namespace Shuren.Ui;

/// <summary>One dated step on the line of milestones.</summary>
/// <param name="Day">When.</param>
/// <param name="Text">What shall be there by then.</param>
/// <param name="State">Done, at hand, or ahead.</param>
/// <param name="Href">Its page.</param>
public sealed record MilestoneMark(DateOnly Day, string Text, StageState State, string? Href = null);

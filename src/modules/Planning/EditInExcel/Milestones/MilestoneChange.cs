namespace Shuren.Planning.EditInExcel.Milestones;

/// <summary>What a dated step is to be after the sheet.</summary>
/// <param name="Milestone">The step; null for a new one.</param>
/// <param name="Version">Its version; 0 for a new one.</param>
/// <param name="Task">The task.</param>
/// <param name="DueOn">By when; null removes it.</param>
/// <param name="Title">What shall be there by then.</param>
/// <param name="DoneOn">When it was reached; null while it is not.</param>
internal sealed record MilestoneChange(Guid? Milestone, long Version, Guid Task, DateOnly? DueOn, string Title, DateOnly? DoneOn);

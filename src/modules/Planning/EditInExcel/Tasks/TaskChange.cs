namespace Shuren.Planning.EditInExcel.Tasks;

/// <summary>What a task is to be after the sheet: travels through the check page and is looked at again before it is written.</summary>
internal sealed record TaskChange(Guid Task, long Version, Guid? Lead, IReadOnlyList<Guid> Supports, DateOnly? Due, Guid? Accountable, bool IsPublic);

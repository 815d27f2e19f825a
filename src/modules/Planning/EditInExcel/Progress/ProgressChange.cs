namespace Shuren.Planning.EditInExcel.Progress;

/// <summary>A report that a row of the sheet makes.</summary>
internal sealed record ProgressChange(Guid Task, Guid Unit, int Percent, string Words, DateOnly On);

namespace Shuren.Planning.EditInExcel.Targets;

/// <summary>What a target is to be after the sheet, and the value that is reported with it; null reports none.</summary>
internal sealed record TargetChange(Guid Target, long Version, string Indicator, double? Value, double? UpperValue, string Unit, double? Baseline, ReportedValue? Reported);

/// <summary>A value that somebody reports in a sheet.</summary>
internal sealed record ReportedValue(double Value, DateOnly On, string Note);

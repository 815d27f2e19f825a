namespace Shuren.Ui;

/// <summary>Something on a day of the calendar.</summary>
/// <param name="Day">When.</param>
/// <param name="Text">What.</param>
/// <param name="Href">Its page.</param>
/// <param name="Lamp">Its deadline's lamp.</param>
public sealed record CalendarEntry(DateOnly Day, string Text, string? Href = null, LampKind? Lamp = null);

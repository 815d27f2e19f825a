namespace Shuren.Ui;

/// <summary>What stands at a day of a <see cref="YearCalendar"/>.</summary>
/// <param name="Mark">One character or two: 休, 班.</param>
/// <param name="Words">What it is: 春节.</param>
public sealed record YearMark(string Mark, string Words);

namespace Shuren.PlanText;

/// <summary>Where a piece stands in the text that was read, so that a screen can light it up.</summary>
/// <param name="Line">The line in which the piece begins, counted from 1.</param>
/// <param name="Start">Offset of its first character in <see cref="SourceText.Text"/>, counted from 0.</param>
/// <param name="End">Offset behind its last character.</param>
/// <param name="Page">The page in which it begins, counted from 1; null where the format has no pages.</param>
public readonly record struct Place(int Line, int Start, int End, int? Page = null);

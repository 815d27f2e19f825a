namespace Shuren.Organization;

/// <summary>A cell that cannot be taken: where it stands, what is wrong and how to mend it.</summary>
internal sealed record SheetProblem(string Cell, string Text);

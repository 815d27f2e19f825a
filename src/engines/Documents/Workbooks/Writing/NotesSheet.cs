namespace Shuren.Documents.Workbooks.Writing;

/// <summary>The sheet that explains the others to whoever fills them in.</summary>
internal static class NotesSheet
{
    internal static Sheet Of(IReadOnlyList<SheetNote> notes) =>
        new("填写说明", [new("subject", "项目", 24), new("explanation", "说明", 90)], notes.Select(n => (object?[])[n.Subject, n.Explanation]));
}

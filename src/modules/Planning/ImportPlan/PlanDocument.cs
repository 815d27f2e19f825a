namespace Shuren.Planning.ImportPlan;

/// <summary>The document that somebody brings: a file, or text that was pasted.</summary>
internal sealed record PlanDocument
{
    private PlanDocument()
    {
    }

    /// <summary>The file's bytes, seekable; null for pasted text.</summary>
    public Stream? Content { get; private init; }

    /// <summary>The name of the file, or empty.</summary>
    public string FileName { get; private init; } = "";

    /// <summary>The pasted text; empty for a file.</summary>
    public string Text { get; private init; } = "";

    /// <summary>The row of the file where the store has it already.</summary>
    public Guid? Kept { get; private init; }

    /// <summary>A file; the caller closes the stream.</summary>
    public static PlanDocument OfFile(Stream content, string name) => new() { Content = content, FileName = name };

    /// <summary>A file that the store has already; the caller closes the stream.</summary>
    public static PlanDocument OfKept(Stream content, string name, Guid file) => new() { Content = content, FileName = name, Kept = file };

    /// <summary>Text from a clipboard or an API.</summary>
    public static PlanDocument OfText(string text) => new() { Text = text };
}

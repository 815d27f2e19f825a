using Shuren.Documents.OfficialDocuments;

namespace Shuren.Documents.Breakdowns;

/// <summary>The breakdown table in Word, as an attachment on paper that lies across.</summary>
public static class BreakdownDocument
{
    private static readonly string[] LeftAligned = ["task", "targets"];

    /// <summary>Writes the table as a document of its own. The stream stays open; it must be able to seek, read and write.</summary>
    /// <example><code>BreakdownDocument.Write(file, breakdown);</code></example>
    public static void Write(Stream stream, Breakdown breakdown) =>
        OfficialDocumentWriter.Write(stream, new OfficialDocument("", []) { Attachments = [AsAttachment(breakdown)], Creator = breakdown.Bureau });

    /// <summary>The table as an attachment of a notice that sends it out.</summary>
    public static Attachment AsAttachment(Breakdown breakdown)
    {
        var columns = BreakdownColumn.Of(breakdown);
        var table = new TableBlock(
            [.. columns.Select(c => new TableColumn(c.Head, c.Share, IsCentred: !LeftAligned.Contains(c.Key), IsMerged: c.Key == "section"))],
            [.. breakdown.Rows.Select(row => columns.Select(c => c.Read(row)).ToArray())]);
        return new(breakdown.Title, [table]) { Subtitle = breakdown.Subtitle, IsLandscape = true };
    }
}

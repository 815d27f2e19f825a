namespace Shuren.Documents.OfficialDocuments;

/// <summary>An official document of a Chinese office, as GB/T 9704-2012 lays it out. Only what is given is printed.</summary>
/// <param name="Title">The title; an empty one leaves the main part out, so that only the attachments are written.
/// A long one is best broken where its sense allows, with \n: the standard wants its lines whole in meaning.</param>
/// <param name="Body">Headings, paragraphs and tables in order.</param>
/// <example><code>
/// OfficialDocumentWriter.Write(file, new OfficialDocument("关于印发2026年工作要点的通知", [new TextBlock("现予印发，请认真贯彻执行。")])
/// {
///     Head = new("青禾县教育局文件", "青教〔2026〕1号"),
///     Addressee = "各中小学、幼儿园",
///     Signature = new("青禾县教育局", new(2026, 3, 1)),
/// });
/// </code></example>
public sealed record OfficialDocument(string Title, IReadOnlyList<Block> Body)
{
    /// <summary>The red head; null for a document on plain paper.</summary>
    public RedHead? Head { get; init; }

    /// <summary>To whom it goes (主送机关), without the colon; null for none.</summary>
    public string? Addressee { get; init; }

    /// <summary>What is attached: listed below the text by its titles, and each begins a page of its own.</summary>
    public IReadOnlyList<Attachment> Attachments { get; init; } = [];

    /// <summary>Who signs and when; null for none.</summary>
    public Signature? Signature { get; init; }

    /// <summary>The remark (附注) below the date, without its brackets, such as 联系人：李明，电话：…; null for none.</summary>
    public string? Remark { get; init; }

    /// <summary>The imprint (版记) at the foot of the last page; null for none. Whether that page is an even one, as the standard asks, is for the office to see to.</summary>
    public Imprint? Imprint { get; init; }

    /// <summary>Who made the file, for its properties: the bureau or the person; null for nobody.</summary>
    public string? Creator { get; init; }
}

/// <summary>The red head of a document.</summary>
/// <param name="Mark">Name of the issuing office (发文机关标志), such as 青禾县教育局文件.</param>
/// <param name="Number">Document number (发文字号), such as 青教〔2026〕1号.</param>
public sealed record RedHead(string Mark, string Number)
{
    /// <summary>Secrecy and its term (密级和保密期限), such as 秘密★1年; null for none.</summary>
    public string? Secrecy { get; init; }

    /// <summary>特急 or 加急; null for none.</summary>
    public string? Urgency { get; init; }

    /// <summary>Who approved a document to a superior office (签发人); null for none. Then the number moves to the left.</summary>
    public string? Signer { get; init; }
}

/// <summary>Who signs (发文机关署名) and when (成文日期).</summary>
public sealed record Signature(string Office, DateOnly Date);

/// <summary>The imprint (版记).</summary>
/// <param name="PrintedBy">The office that had it printed.</param>
/// <param name="PrintedOn">The day.</param>
/// <param name="CopyTo">Who else gets it (抄送), without the full stop; null for nobody.</param>
public sealed record Imprint(string PrintedBy, DateOnly PrintedOn, string? CopyTo = null);

/// <summary>An attachment (附件), on pages of its own.</summary>
/// <param name="Title">Its title, as it is listed below the text.</param>
/// <param name="Body">Headings, paragraphs and tables in order.</param>
public sealed record Attachment(string Title, IReadOnlyList<Block> Body)
{
    /// <summary>A line below its title, such as a date; null for none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>True for wide tables: the paper lies across, the head of the table at the binding edge.</summary>
    public bool IsLandscape { get; init; }
}

/// <summary>A piece of a document's text.</summary>
public abstract record Block;

/// <summary>A heading. Its number (一、 （一） 1. （1）) is counted for it.</summary>
/// <param name="Level">1 to 4.</param>
/// <param name="Text">Without number.</param>
/// <param name="RunOn">Text that goes on behind the heading in the same paragraph; null for none.</param>
public sealed record HeadingBlock(int Level, string Text, string? RunOn = null) : Block;

/// <summary>A paragraph. Line breaks make further paragraphs.</summary>
public sealed record TextBlock(string Text) : Block;

/// <summary>A table. Its head is repeated on each page, and no row is torn apart by a page's end.</summary>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">One text a column; line breaks make further lines.</param>
public sealed record TableBlock(IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : Block;

/// <summary>A column of a table.</summary>
/// <param name="Head">What stands above it.</param>
/// <param name="Share">Its share of the table's width; the shares of all columns make the whole.</param>
/// <param name="IsCentred">False for long texts, which begin at the left.</param>
/// <param name="IsMerged">True where equal neighbours one below the other become one cell.</param>
public sealed record TableColumn(string Head, double Share, bool IsCentred = false, bool IsMerged = false);

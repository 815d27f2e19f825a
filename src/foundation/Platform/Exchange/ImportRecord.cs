using Shuren.Platform.Processes;

namespace Shuren.Platform.Exchange;

/// <summary>One import of a table: who brought which file when, and what came of it. It stands under the same process as the rows that it wrote.</summary>
public sealed class ImportRecord
{
    /// <summary>So long an import can be taken back, and its file is kept with what was found in it.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Code name of the table, such as <c>pupils</c>.</summary>
    public required string Roll { get; init; }

    /// <summary>The file's name as it came.</summary>
    public required string FileName { get; init; }

    /// <summary>The process under which its audit entries stand.</summary>
    public required Guid ProcessId { get; init; }

    /// <summary>Name of who brought it.</summary>
    public required string By { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Rows that the file holds.</summary>
    public int Read { get; set; }

    /// <summary>Rows that were new.</summary>
    public int Added { get; set; }

    /// <summary>Rows of which something changed.</summary>
    public int Changed { get; set; }

    /// <summary>Rows that said what stands already.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows that were not taken.</summary>
    public int Refused { get; set; }
}

/// <summary>An import that was taken back.</summary>
public sealed class ImportUndo
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ImportId { get; init; }
    public required string By { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }
}

/// <summary>
/// A row as it stood before an import changed it, for the undo; the audit keeps of a secret column only its hash. Rows that the import added are
/// known from the audit and need no picture. It goes when the import can no longer be taken back.
/// </summary>
public sealed class ImportBefore : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid ImportId { get; init; }

    /// <summary>Name of the row's class.</summary>
    public required string RowType { get; init; }
    public required Guid RowId { get; init; }

    /// <summary>JSON of its columns, as the database kept them.</summary>
    public required string Picture { get; init; }
}

/// <summary>Which heads of a district's own workbooks mean which column: what a person has said once is remembered.</summary>
public sealed class RememberedHead
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Code name of the table.</summary>
    public required string Roll { get; init; }

    /// <summary>The head as it is compared: without spaces, brackets, asterisks.</summary>
    public required string Head { get; init; }

    /// <summary>Key of the column; empty where the head means nothing.</summary>
    public required string Means { get; set; }
}

using System.Text.Json;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Exchange;

/// <summary>A head of a file and what was made of it.</summary>
/// <param name="Column">Its column in the file, from 1.</param>
/// <param name="Head">As it stands there.</param>
/// <param name="Key">Key of the roll's column that it names; empty where it names none.</param>
/// <param name="IsAsked">True where nobody has said yet what it means.</param>
/// <param name="Sample">What stands in the first cell below.</param>
public sealed record FoundHead(int Column, string Head, string Key, bool IsAsked, string Sample);

/// <summary>One look at a file that was brought, or its import: what its pages show, the heads and problems as long as the file is kept.</summary>
public sealed class ImportRun : IMachinery
{
    /// <summary>So many problems are kept; who has more mends those first.</summary>
    public const int MostProblems = 20_000;

    /// <summary>The id of the job where one did it.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Code name of the table.</summary>
    public required string Roll { get; init; }

    /// <summary>The file that was brought.</summary>
    public required Guid FileId { get; init; }

    /// <summary>Who brought it; null for the machine.</summary>
    public required Guid? AccountId { get; init; }

    /// <summary>When, in UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The import; null for a look, and where a question about heads came first.</summary>
    public Guid? ImportId { get; set; }

    /// <summary>Rows that the file holds.</summary>
    public int Read { get; set; }

    /// <summary>Rows that are new.</summary>
    public int Added { get; set; }

    /// <summary>Rows of which something changes.</summary>
    public int Changed { get; set; }

    /// <summary>Rows that say what stands already.</summary>
    public int Unchanged { get; set; }

    /// <summary>Rows that are not taken.</summary>
    public int Refused { get; set; }

    /// <summary>Rows that are taken and at which somebody should look.</summary>
    public int Warned { get; set; }

    /// <summary>When its heads and problems were forgotten with the file (UTC); null while they are kept.</summary>
    public DateTime? SweptAt { get; init; }

    /// <summary>Place of the sheet among those of the file.</summary>
    public int Sheet { get; set; }

    /// <summary>Number of the head row.</summary>
    public int HeadRow { get; set; }

    /// <summary>The heads as JSON, see <see cref="FoundHeads"/>.</summary>
    public string Heads { get; set; } = "[]";

    /// <summary>The first problems as JSON, see <see cref="FoundProblems"/>. They name what stands in the file, so they go when the file goes.</summary>
    public string Problems { get; set; } = "[]";

    /// <summary>The heads of the file.</summary>
    public IReadOnlyList<FoundHead> FoundHeads() => JsonSerializer.Deserialize<List<FoundHead>>(Heads)!; // a list was written

    /// <summary>What is wrong with its rows.</summary>
    public IReadOnlyList<RowProblem> FoundProblems() => JsonSerializer.Deserialize<List<RowProblem>>(Problems)!; // a list was written

    /// <summary>Keeps what was found.</summary>
    public void Keep(IEnumerable<FoundHead> heads, IEnumerable<RowProblem> problems) =>
        (Heads, Problems) = (JsonSerializer.Serialize(heads), JsonSerializer.Serialize(problems.Take(MostProblems)));
}

using System.Runtime.CompilerServices;
using Shuren.Documents.Streaming;
using Shuren.Documents.Workbooks;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Exchange;
using Shuren.Platform.Jobs;
using Shuren.Schools.CheckRolls;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>What is to be imported.</summary>
/// <param name="Roll">Code name of the roll.</param>
/// <param name="Content">The file; must be able to seek.</param>
/// <param name="FileName">Its name.</param>
/// <param name="IsDryRun">True to look only.</param>
internal sealed record ImportOrder(string Roll, Stream Content, string FileName, bool IsDryRun)
{
    /// <summary>What heads mean that nobody could guess: head to key of a column. Remembered with the import.</summary>
    public IReadOnlyDictionary<string, string> Heads { get; init; } = new Dictionary<string, string>();

    /// <summary>True where nothing may be written if one row is refused.</summary>
    public bool IsStrict { get; init; }
}

/// <summary>What came of an import.</summary>
/// <param name="Read">Rows of the file.</param>
/// <param name="Added">New rows.</param>
/// <param name="Changed">Rows of which something changed.</param>
/// <param name="Unchanged">Rows that said what stands.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Problems">What is wrong with them.</param>
/// <param name="Match">Which column was taken for which.</param>
/// <param name="Sheet">The sheet that was read.</param>
/// <param name="Import">Id of the import; null for a dry run and where nothing was written.</param>
internal sealed record ImportResult(int Read, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<RowProblem> Problems, HeadMatch Match, TableSheet Sheet, Guid? Import);

/// <summary>
/// Takes a roll from a workbook or a .csv: only differences are written, all of them in one transaction with their audit, or none. Rows that are refused stay
/// outside and are said; the same file may come again without harm.
/// </summary>
internal sealed class ImportRoll(RollCatalogue catalogue, ImportDesk desk, JobDesk jobs) : IHandler
{
    private const int Chunk = 4_000;

    /// <summary>Imports, or looks only.</summary>
    /// <param name="order">What is to be imported.</param>
    /// <param name="ct">Stops it; nothing is written.</param>
    /// <param name="progress">Told how many rows were read.</param>
    /// <returns>
    /// What came of it, or: <c>RollUnknown</c>; <c>RollFile</c> with the engine's words where the file cannot be read; <c>RollNoHead</c>, <c>RollHeadsMissing</c>;
    /// <c>RollStrict</c> where one row is refused and none may be.
    /// </returns>
    public async Task<Outcome<ImportResult>> RunAsync(ImportOrder order, CancellationToken ct, Func<int, Task>? progress = null)
    {
        if (catalogue.Find(order.Roll) is not { } roll)
            return new Refusal("RollUnknown", "roll", order.Roll, string.Join("、", RollBook.All.Select(sheet => sheet.Name)));
        var opening = TableFile.Open(order.Content, order.FileName);
        if (opening.Refusal is { } refusal)
            return new Refusal("RollFile", "file", refusal.Message);
        using var file = opening.File!; // not refused
        var found = Choose(file, roll.Sheet, await HeadsAsync(order, ct));
        if (!found.Succeeded)
            return found.Refusals.ToList();
        if (order.IsStrict && !order.IsDryRun)
        {
            var look = await RunAsync(roll, file, found.Value, order with { IsDryRun = true }, progress, ct);
            if (look is { Succeeded: true, Value.Refused: > 0 })
                return new Refusal("RollStrict", "", look.Value.Refused);
        }
        return await RunAsync(roll, file, found.Value, order, progress, ct);
    }

    private async Task<Outcome<ImportResult>> RunAsync(IRoll roll, TableFile file, (TableSheet Sheet, HeadMatch Match) found, ImportOrder order, Func<int, Task>? progress, CancellationToken ct)
    {
        await roll.BeginAsync(await catalogue.ScopeAsync(SchoolsRights.Edit, order.IsDryRun, ct), ct);
        var import = desk.Begin(roll.Sheet.Name, order.FileName);
        var problems = new List<RowProblem>();
        var changes = ChangesAsync(roll, file.Rows(found.Sheet), new RollReader(roll.Sheet, RollBook.Codes, found.Match), found.Match.Row, import, problems, progress, ct);
        if (order.IsDryRun)
        {
            await foreach (var _ in changes.WithCancellation(ct))
            {
                // Looked at and not written.
            }
        }
        else
        {
            if (roll.IsTakenWhole)
                changes = (await changes.ToListAsync(ct)).ToAsyncEnumerable();
            if (order.Heads.Count > 0)
                await desk.RememberAsync(roll.Sheet.Name, order.Heads, ct);
            jobs.Ask(CheckNightly.Kind, new CheckNightly.Asked(import.At));
            await desk.WriteAsync($"schools.import-{roll.Sheet.Name}", import, changes, roll.Rows, ct);
        }
        if (file.Refusal is { } broken)
            return new Refusal("RollFile", "file", broken.Message);
        return new ImportResult(import.Read, import.Added, import.Changed, import.Unchanged, import.Refused, problems, found.Match, found.Sheet, order.IsDryRun ? null : import.Id);
    }

    private static async IAsyncEnumerable<RowChange> ChangesAsync(
        IRoll roll, IEnumerable<RowReading> rows, RollReader reader, int headRow, ImportRecord import, List<RowProblem> problems, Func<int, Task>? progress, [EnumeratorCancellation] CancellationToken ct)
    {
        var changes = new List<RowChange>();
        foreach (var chunk in rows.Where(row => row.Number > headRow && !row.IsHidden).Select(reader.Read).OfType<RollRow>().Chunk(roll.IsTakenWhole ? int.MaxValue : Chunk))
        {
            await roll.TakeAsync(chunk, changes, ct);
            Count(import, chunk, problems);
            foreach (var change in changes)
                yield return change;
            changes.Clear();
            if (progress is not null)
                await progress(import.Read);
        }
    }

    private static void Count(ImportRecord import, RollRow[] chunk, List<RowProblem> problems)
    {
        import.Read += chunk.Length;
        foreach (var row in chunk)
        {
            problems.AddRange(row.Problems);
            _ = row.Outcome switch { RowOutcome.Added => import.Added++, RowOutcome.Changed => import.Changed++, RowOutcome.Refused => import.Refused++, _ => import.Unchanged++ };
        }
    }

    private async Task<IReadOnlyDictionary<string, string>> HeadsAsync(ImportOrder order, CancellationToken ct)
    {
        var heads = new Dictionary<string, string>(await desk.HeadsAsync(order.Roll, ct));
        foreach (var (head, key) in order.Heads)
            heads[HeadMatcher.Plain(head)] = key;
        return heads;
    }

    /// <summary>The visible sheet whose head names most columns.</summary>
    private static Outcome<(TableSheet Sheet, HeadMatch Match)> Choose(TableFile file, RollSheet roll, IReadOnlyDictionary<string, string> heads)
    {
        var matcher = new HeadMatcher(roll, heads);
        var found = file.Sheets.Where(sheet => !sheet.IsHidden).Select(sheet => (Sheet: sheet, Match: matcher.Find(file.Rows(sheet).Where(row => !row.IsHidden)))).Where(one => one.Match is not null).MaxBy(one => one.Match!.Found);
        if (file.Refusal is { } broken)
            return new Refusal("RollFile", "file", broken.Message);
        if (found.Match is not { } match)
            return new Refusal("RollNoHead", "file", string.Join("、", roll.Columns.Where(column => column.Required).Select(column => column.Head)));
        var missing = roll.Columns.Index().Where(column => column.Item.Required && match.Columns[column.Index] == 0).Select(column => column.Item.Head).ToList();
        return missing.Count > 0 ? new Refusal("RollHeadsMissing", "file", string.Join("、", missing), string.Join("、", match.Unknown)) : (found.Sheet, match);
    }
}

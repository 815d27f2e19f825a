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

    /// <summary>True where somebody can be asked what heads mean: the look ends at a head that nobody has explained.</summary>
    public bool AsksHeads { get; init; }

    /// <summary>Filled for the pages of a file that was brought; an import writes it in its own transaction.</summary>
    public ImportRun? Run { get; init; }
}

/// <summary>What came of an import.</summary>
/// <param name="Read">Rows of the file.</param>
/// <param name="Added">New rows.</param>
/// <param name="Changed">Rows of which something changed.</param>
/// <param name="Unchanged">Rows that said what stands.</param>
/// <param name="Refused">Rows that were not taken.</param>
/// <param name="Problems">What is wrong with them, and what somebody should look at.</param>
/// <param name="HeadRow">Number of the head row.</param>
/// <param name="Sheet">The sheet that was read.</param>
/// <param name="Import">Id of the import; null for a dry run and where nothing was written.</param>
internal sealed record ImportResult(int Read, int Added, int Changed, int Unchanged, int Refused, IReadOnlyList<RowProblem> Problems, int HeadRow, TableSheet Sheet, Guid? Import)
{
    /// <summary>Rows that were taken and at which somebody should look.</summary>
    public int Warned { get; init; }
}

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
    public async Task<Outcome<ImportResult>> RunAsync(ImportOrder order, CancellationToken ct, Action<int>? progress = null)
    {
        if (catalogue.Find(order.Roll) is not { } roll)
            return new Refusal("RollUnknown", "roll", order.Roll, string.Join("、", RollBook.All.Select(sheet => sheet.Name)));
        var opening = TableFile.Open(order.Content, order.FileName);
        if (opening.Refusal is { } refusal)
            return new Refusal("RollFile", "file", refusal.Message);
        using var file = opening.File!; // not refused
        var found = RollHeads.Find(file, roll.Sheet, await HeadsAsync(order, ct), order.AsksHeads);
        if (!found.Succeeded)
            return found.Refusals.ToList();
        var (table, heads) = (found.Value, RollHeads.All(roll.Sheet, found.Value));
        var missing = RollHeads.Missing(roll.Sheet, heads.Select(head => head.Key));
        if (order.AsksHeads && (missing.Count > 0 || table.Match.Unasked.Count > 0))
            return Asking(order, table, heads);
        if (missing.Count > 0)
            return new Refusal("RollHeadsMissing", "file", string.Join("、", missing.Select(column => column.Head)), string.Join("、", table.Match.Unknown));
        var reading = new Reading(order, file, table, heads, progress);
        try
        {
            if (order.IsStrict && !order.IsDryRun && await RunAsync(roll, reading with { Order = order with { IsDryRun = true, Run = null } }, ct) is { Refused: > 0 } look)
                return new Refusal("RollStrict", "", look.Refused);
            return await RunAsync(roll, reading, ct);
        }
        catch (BrokenFileException)
        {
            return new Refusal("RollFile", "file", file.Refusal!.Message); // that is why it was thrown
        }
    }

    private async Task<ImportResult> RunAsync(IRoll roll, Reading reading, CancellationToken ct)
    {
        var order = reading.Order;
        await roll.BeginAsync(await catalogue.ScopeAsync(SchoolsRights.Edit, order.IsDryRun, ct), ct);
        var tally = new Tally(desk.Begin(roll.Sheet.Name, order.FileName));
        var changes = ChangesAsync(roll, reading, tally, ct);
        if (order.IsDryRun)
        {
            await foreach (var _ in changes.WithCancellation(ct))
            {
                // Looked at and not written.
            }
            if (order.Run is { } looked)
                tally.Fill(looked, reading);
        }
        else
        {
            if (roll.IsTakenWhole)
                changes = (await changes.ToListAsync(ct)).ToAsyncEnumerable();
            if (order.Heads.Count > 0)
                await desk.RememberAsync(roll.Sheet.Name, order.Heads, ct);
            jobs.Ask(CheckNightly.Kind, new CheckNightly.Asked(tally.Import.At));
            await desk.WriteAsync($"schools.import-{roll.Sheet.Name}", tally.Import, changes, roll.Rows, ct, order.Run is { } run ? () => tally.Fill(run, reading) : null);
        }
        return tally.Result(reading);
    }

    private static async IAsyncEnumerable<RowChange> ChangesAsync(IRoll roll, Reading reading, Tally tally, [EnumeratorCancellation] CancellationToken ct)
    {
        var changes = new List<RowChange>();
        var (headRow, reader) = (reading.Table.Match.Row, new RollReader(roll.Sheet, RollBook.Codes, reading.Table.Match));
        var rows = reading.File.Rows(reading.Table.Sheet).Where(row => row.Number > headRow && !row.IsHidden).Select(reader.Read).OfType<RollRow>();
        foreach (var chunk in rows.Chunk(roll.IsTakenWhole ? int.MaxValue : Chunk))
        {
            ct.ThrowIfCancellationRequested();
            await roll.TakeAsync(chunk, changes, ct);
            tally.Count(chunk);
            foreach (var change in changes)
                yield return change;
            changes.Clear();
            reading.Progress?.Invoke(tally.Import.Read);
        }
        // The damage shows behind rows that are good: they must not stand.
        if (reading.File.Refusal is not null)
            throw new BrokenFileException();
    }

    private async Task<IReadOnlyDictionary<string, string>> HeadsAsync(ImportOrder order, CancellationToken ct)
    {
        var heads = new Dictionary<string, string>(await desk.HeadsAsync(order.Roll, ct));
        foreach (var (head, key) in order.Heads)
            heads[HeadMatcher.Plain(head)] = key;
        return heads;
    }

    private static ImportResult Asking(ImportOrder order, FoundTable table, IReadOnlyList<FoundHead> heads)
    {
        order.Run?.Keep(heads, []);
        return new(0, 0, 0, 0, 0, [], table.Match.Row, table.Sheet, null);
    }

    /// <summary>Ends the transaction of an import whose file ends in damage.</summary>
    private sealed class BrokenFileException : Exception;

    /// <summary>One pass over the file.</summary>
    private sealed record Reading(ImportOrder Order, TableFile File, FoundTable Table, IReadOnlyList<FoundHead> Heads, Action<int>? Progress);

    /// <summary>Counts what became of the rows.</summary>
    private sealed class Tally(ImportRecord import)
    {
        private readonly List<RowProblem> problems = [];
        private int warned;

        public ImportRecord Import => import;

        public void Count(RollRow[] chunk)
        {
            import.Read += chunk.Length;
            foreach (var row in chunk)
            {
                problems.AddRange(row.Problems);
                warned += row is { IsGood: true, Problems.Count: > 0 } ? 1 : 0;
                _ = row.Outcome switch { RowOutcome.Added => import.Added++, RowOutcome.Changed => import.Changed++, RowOutcome.Refused => import.Refused++, _ => import.Unchanged++ };
            }
        }

        public ImportResult Result(Reading reading) =>
            new(import.Read, import.Added, import.Changed, import.Unchanged, import.Refused, problems, reading.Table.Match.Row, reading.Table.Sheet, reading.Order.IsDryRun ? null : import.Id) { Warned = warned };

        public ImportRun Fill(ImportRun run, Reading reading)
        {
            (run.Read, run.Added, run.Changed, run.Unchanged, run.Refused, run.Warned) = (import.Read, import.Added, import.Changed, import.Unchanged, import.Refused, warned);
            (run.Sheet, run.HeadRow, run.ImportId) = (reading.Table.Sheet.Index, reading.Table.Match.Row, reading.Order.IsDryRun ? null : import.Id);
            run.Keep(reading.Heads, problems);
            return run;
        }
    }
}

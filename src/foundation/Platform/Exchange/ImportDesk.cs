using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Processes;

namespace Shuren.Platform.Exchange;

/// <summary>Writes an import: its rows, their pictures for the undo and its record in one transaction; and keeps the history and the heads that a district has taught.</summary>
public sealed class ImportDesk(ShurenDb db, Process process)
{
    /// <summary>Writes what a stream says.</summary>
    /// <param name="act">Kind of the process, such as <c>schools.import-pupils</c>.</param>
    /// <param name="import">The record; whoever yields the changes counts in it, until the last one.</param>
    /// <param name="changes">What becomes of each row; read inside the transaction.</param>
    /// <param name="order">The rows' types, those that others point at first.</param>
    /// <param name="ct">Stops the import; nothing is written.</param>
    /// <param name="run">Gives what its pages will show, once the last row was looked at; null where no page will.</param>
    public async Task WriteAsync(string act, ImportRecord import, IAsyncEnumerable<RowChange> changes, IReadOnlyList<Type> order, CancellationToken ct, Func<ImportRun>? run = null)
    {
        process.Begin(act, new Ref("platform", "importrecord", import.Id), import.FileName);
        db.MergeSet(WithPicturesAsync(import, changes, run, ct), [.. order, typeof(ImportBefore), typeof(ImportRecord), typeof(ImportRun)]);
        await db.SaveAsync(ct);
    }

    /// <summary>A record for an import that begins now.</summary>
    public ImportRecord Begin(string roll, string fileName) => new() { Roll = roll, FileName = fileName, ProcessId = process.Id, By = process.Actor.Name, At = process.At };

    /// <summary>The last imports, the newest first, with who took them back; those of one account, or all.</summary>
    public async Task<IReadOnlyList<(ImportRecord Import, ImportUndo? Undo)>> HistoryAsync(int most, Guid? broughtBy, CancellationToken ct)
    {
        var imports = await db.Set<ImportRecord>().AsNoTracking().Where(import => broughtBy == null || db.Processes.Any(act => act.Id == import.ProcessId && act.ActorId == broughtBy)).OrderByDescending(import => import.Id).Take(most).ToListAsync(ct);
        var ids = imports.ConvertAll(import => import.Id);
        var undone = await db.Set<ImportUndo>().AsNoTracking().Where(undo => ids.Contains(undo.ImportId)).ToDictionaryAsync(undo => undo.ImportId, ct);
        return [.. imports.Select(import => (import, undone.GetValueOrDefault(import.Id)))];
    }

    /// <summary>Whether that account brought an import. Its name is for people: two of them may have the same.</summary>
    public Task<bool> IsBroughtByAsync(Guid id, Guid? account, CancellationToken ct) =>
        db.Set<ImportRecord>().AnyAsync(import => import.Id == id && db.Processes.Any(act => act.Id == import.ProcessId && act.ActorId != null && act.ActorId == account), ct);

    /// <summary>What heads of the district's own workbooks mean.</summary>
    public async Task<IReadOnlyDictionary<string, string>> HeadsAsync(string roll, CancellationToken ct) =>
        await db.Set<RememberedHead>().Where(head => head.Roll == roll).ToDictionaryAsync(head => head.Head, head => head.Means, ct);

    /// <summary>Remembers what heads mean; whoever saves next saves it.</summary>
    public async Task RememberAsync(string roll, IReadOnlyDictionary<string, string> heads, CancellationToken ct)
    {
        var known = await db.Set<RememberedHead>().AsTracking().Where(head => head.Roll == roll).ToDictionaryAsync(head => head.Head, ct);
        foreach (var (head, means) in heads.Select(head => (HeadMatcher.Plain(head.Key), head.Value)).Where(head => head.Item1.Length > 0))
        {
            if (known.TryGetValue(head, out var row))
                row.Means = means;
            else
                db.Add(known[head] = new RememberedHead { Roll = roll, Head = head, Means = means });
        }
    }

    /// <summary>A copy of a row, to be changed.</summary>
    public static T Copy<T>(T row) where T : class => (T)RowPicture.Copy(row);

    private async IAsyncEnumerable<RowChange> WithPicturesAsync(ImportRecord import, IAsyncEnumerable<RowChange> changes, Func<ImportRun>? run, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in changes.WithCancellation(ct))
        {
            yield return change;
            if (change is not { Before: { } before, After: { } after })
                continue;
            var type = db.Model.FindEntityType(change.Row)!; // every row has a table
            var id = (Guid)type.FindProperty("Id")!.GetGetter().GetClrValue(after)!; // and an id
            yield return new(null, new ImportBefore { ImportId = import.Id, RowType = type.ClrType.Name, RowId = id, Picture = RowPicture.Of(type, before) });
        }
        yield return new(null, import);
        if (run is not null)
            yield return new(null, run());
    }
}

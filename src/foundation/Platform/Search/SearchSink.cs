using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Shuren.Platform.Data;

namespace Shuren.Platform.Search;

/// <summary>Keeps the index with the rows, inside the transaction of their save: a thing is found when, and only when, it is there, under the words it has.</summary>
internal sealed class SearchSink(ShurenDb db)
{
    private const int Batch = 1_000;

    private readonly FrozenDictionary<Type, SearchKind> kinds = db.Modules.SelectMany(module => module.Search).ToFrozenDictionary(kind => kind.Row);
    private readonly Dictionary<Guid, (SearchKind Kind, SearchText? Text)> open = [];

    /// <summary>Takes what the tracker is about to save.</summary>
    public void Take(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (!kinds.TryGetValue(entry.Metadata.ClrType, out var kind))
                continue;
            var text = entry.State == EntityState.Deleted ? null : kind.TextOf(entry.Entity);
            if (entry.State != EntityState.Modified || text != kind.TextOf(entry.OriginalValues.ToObject()))
                open[(Guid)entry.Property("Id").CurrentValue!] = (kind, text); // a kind's rows have an id
        }
    }

    /// <summary>Takes a row of a set that was written.</summary>
    /// <param name="type">The row's type.</param>
    /// <param name="id">The row's id.</param>
    /// <param name="row">The row as it is; null where it was removed.</param>
    /// <param name="ct">Stops the write.</param>
    public async Task TakeAsync(Type type, Guid id, object? row, CancellationToken ct)
    {
        if (kinds.TryGetValue(type, out var kind))
            open[id] = (kind, row is null ? null : kind.TextOf(row));
        if (open.Count >= Batch)
            await FlushAsync(ct);
    }

    /// <summary>Writes what is still open: per place in the index, what comes and what goes.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        if (open.Count == 0)
            return;
        long[] numbers = [.. open.Keys.Select(SearchEntry.NumberOf)];
        var known = await db.Set<SearchEntry>().AsNoTracking().Where(entry => numbers.Contains(entry.Number)).ToListAsync(ct);
        var before = known.ToDictionary(entry => entry.Id, entry => (Kind: KindOf(entry.Kind), Text: (SearchText?)new SearchText(entry.Title, entry.Text)));
        Guid[] changed = [.. open.Keys.Where(id => before.GetValueOrDefault(id).Text != open[id].Text)];
        var after = new Dictionary<Guid, (SearchKind Kind, SearchText? Text)>(before);
        foreach (var id in changed)
            after[id] = open[id];
        open.Clear();
        await WriteAsync(changed, [.. before.Keys.Intersect(changed)], Tokens(before), Tokens(after), after, ct);
    }

    private SearchKind KindOf(string name) => kinds.Values.First(kind => kind.Name == name);

    private static HashSet<(long Token, long Number)> Tokens(Dictionary<Guid, (SearchKind Kind, SearchText? Text)> things) =>
        [.. things.Where(thing => thing.Value.Text is not null).SelectMany(thing => SearchTokens.Of(thing.Value.Kind, thing.Value.Text!).Select(token => (token, SearchEntry.NumberOf(thing.Key))))];

    private async Task WriteAsync(Guid[] changed, Guid[] gone, HashSet<(long Token, long Number)> before, HashSet<(long Token, long Number)> after, Dictionary<Guid, (SearchKind Kind, SearchText? Text)> things, CancellationToken ct)
    {
        foreach (var lost in before.Except(after).GroupBy(posting => posting.Number, posting => posting.Token))
        {
            var tokens = lost.ToArray();
            await db.Set<SearchPosting>().Where(posting => posting.Number == lost.Key && tokens.Contains(posting.Token)).ExecuteDeleteAsync(ct);
        }
        if (gone.Length > 0)
            await db.Set<SearchEntry>().Where(entry => gone.Contains(entry.Id)).ExecuteDeleteAsync(ct);
        List<SearchEntry> entries = [.. changed.Where(id => things[id].Text is not null).Select(id => EntryOf(id, things[id].Kind, things[id].Text!))];
        await BulkInsert.RunAsync(db, db.Model.FindEntityType(typeof(SearchEntry))!, entries, ct); // the platform's own table
        List<SearchPosting> postings = [.. after.Except(before).Select(posting => new SearchPosting { Token = posting.Token, Number = posting.Number })];
        await BulkInsert.RunAsync(db, db.Model.FindEntityType(typeof(SearchPosting))!, postings, ct);
    }

    internal static SearchEntry EntryOf(Guid id, SearchKind kind, SearchText text)
    {
        var title = Folding.Of(text.Title);
        return new()
        {
            Id = id, Kind = kind.Name, Number = SearchEntry.NumberOf(id), Title = text.Title, Text = text.Text, Folded = $"{title}\n{Folding.Of(text.Text)}", Initials = string.Join('|', Initials.Readings(title)),
        };
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Search;

/// <summary>What of a thing is found: nothing that is masked, secret or of the vault may stand in it.</summary>
/// <param name="Title">As its own page says it; also found by the initials of its pinyin.</param>
/// <param name="Text">More words by which it is found, or empty.</param>
public sealed record SearchText(string Title, string Text = "");

/// <summary>A kind of thing that can be found: the one contract by which a room feeds the search. Its rows are indexed in the transaction that changes them.</summary>
/// <param name="Name">Room and noun, such as <c>planning.task</c>; stands in addresses, so it never changes.</param>
/// <param name="Code">1 to 255, unique in the house; stands in the index, so it never changes.</param>
/// <param name="Label">Its name on the screen, in the language of the request.</param>
/// <param name="Href">The thing's page, relative to the district's address.</param>
public abstract record SearchKind(string Name, byte Code, Func<string> Label, Func<Guid, string> Href)
{
    /// <summary>The rows that are the things.</summary>
    internal abstract Type Row { get; }

    /// <summary>
    /// The ids of the things that the actor of the scope may open, as a query that becomes part of the search's own: what is not in it is neither shown nor counted.
    /// Null where the actor may open none.
    /// </summary>
    public required Func<IServiceProvider, CancellationToken, Task<IQueryable<Guid>?>> Visible { get; init; }

    /// <summary>What of a row is found; null for a row that is not.</summary>
    internal abstract SearchText? TextOf(object row);

    /// <summary>Rows after an id, in the order of their ids, as nobody changes them before the commit.</summary>
    internal abstract Task<IReadOnlyList<(Guid Id, object Row)>> PageAsync(ShurenDb db, Guid after, int most, CancellationToken ct);
}

/// <inheritdoc cref="SearchKind"/>
/// <typeparam name="TRow">The entity.</typeparam>
public sealed record SearchKind<TRow>(string Name, byte Code, Func<string> Label, Func<Guid, string> Href) : SearchKind(Name, Code, Label, Href) where TRow : class
{
    /// <summary>What of a row is found; null for a row that is not. A function of the row alone: the index is kept by it.</summary>
    public required Func<TRow, SearchText?> Text { get; init; }

    internal override Type Row => typeof(TRow);

    internal override SearchText? TextOf(object row) => Text((TRow)row);

    internal override async Task<IReadOnlyList<(Guid Id, object Row)>> PageAsync(ShurenDb db, Guid after, int most, CancellationToken ct)
    {
        var ids = await db.Set<TRow>().Where(row => EF.Property<Guid>(row, "Id") > after).OrderBy(row => EF.Property<Guid>(row, "Id")).Select(row => EF.Property<Guid>(row, "Id")).Take(most).ToArrayAsync(ct);
        var rows = await Rows.LockAsync<TRow>(db, db.Model.FindEntityType(typeof(TRow))!, ids, ct); // a kind's rows have a table
        return [.. ids.Where(rows.ContainsKey).Select(id => (id, (object)rows[id]))];
    }
}

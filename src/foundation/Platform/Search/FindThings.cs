using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform.Data;

namespace Shuren.Platform.Search;

/// <summary>
/// Finds things of all rooms by their words or the initials of their titles, newest first. The right is part of the query: what the actor could not open
/// is not found, not counted, and does not make a page shorter.
/// </summary>
public sealed class FindThings(ShurenDb db, IServiceProvider services) : IHandler
{
    /// <summary>So many of each kind where all kinds are shown.</summary>
    public const int FewOfEach = 5;

    /// <summary>So many on a page of one kind.</summary>
    public const int PageSize = 20;

    /// <summary>A token that stands in so many things is frequent. Tests set it low.</summary>
    internal int Frequent { get; init; } = 2_000;

    /// <summary>Who may open no more things than this of a kind is searched for among those.</summary>
    internal int Narrow { get; init; } = 5_000;

    /// <summary>A thing that was found.</summary>
    public sealed record Hit(Guid Id, string Title, string Text, string Href);

    /// <summary>What was found of one kind.</summary>
    /// <param name="Kind">The kind.</param>
    /// <param name="Hits">The newest of them.</param>
    /// <param name="HasMore">Whether there are more; the next page begins before the last hit's id.</param>
    public sealed record Group(SearchKind Kind, IReadOnlyList<Hit> Hits, bool HasMore);

    /// <summary>All that was found.</summary>
    public sealed record Found(IReadOnlyList<string> Terms, IReadOnlyList<Group> Groups);

    /// <summary>Searches.</summary>
    /// <param name="typed">What was typed; words with gaps between must all be there.</param>
    /// <param name="only">Name of the kind; null for a few of each.</param>
    /// <param name="before">The last thing of the page before; null for the first page.</param>
    /// <param name="ct">Stops the search.</param>
    /// <returns>Kinds of which nothing was found are left out. Or what <see cref="SearchTerms"/> refuses.</returns>
    public async Task<Outcome<Found>> RunAsync(string? typed, string? only, Guid? before, CancellationToken ct)
    {
        var terms = SearchTerms.Of(typed);
        if (!terms.Succeeded)
            return terms.Refusals.ToList();
        var groups = new List<Group>();
        foreach (var kind in db.Modules.SelectMany(module => module.Search).Where(kind => only is null || kind.Name == only))
        {
            if (await kind.Visible(services, ct) is not { } visible)
                continue;
            var most = only is null ? FewOfEach : PageSize;
            var found = await NewestAsync(kind, terms.Value, visible, before, most + 1, ct);
            if (found.Count > 0)
                groups.Add(new(kind, [.. found.Take(most).Select(entry => new Hit(entry.Id, entry.Title, entry.Text, kind.Href(entry.Id)))], found.Count > most));
        }
        return new Found(terms.Value, groups);
    }

    /// <summary>The newest of a kind. Where several tokens may lead to a thing, each leads in a query of its own, in the order of the index, and the newest of all are taken.</summary>
    private async Task<List<SearchEntry>> NewestAsync(SearchKind kind, IReadOnlyList<string> terms, IQueryable<Guid> visible, Guid? before, int most, CancellationToken ct)
    {
        var (leading, probes, isFrequent) = await PlanAsync(kind, terms, ct);
        var entries = Matching(kind, terms, visible, before);
        // A frequent word and a small field of view: the few things in view are looked through, not the many with the word.
        if (isFrequent && await visible.Take(Narrow + 1).ToArrayAsync(ct) is var inView && inView.Length <= Narrow)
            return await entries.Where(entry => inView.Contains(entry.Id)).OrderByDescending(entry => entry.Number).ThenByDescending(entry => entry.Id).Take(most).ToListAsync(ct);
        foreach (var token in probes)
            entries = entries.Where(entry => db.Set<SearchPosting>().Any(posting => posting.Token == token && posting.Number == entry.Number));
        var last = before is { } id ? SearchEntry.NumberOf(id) : long.MaxValue;
        List<SearchEntry> found = [];
        foreach (var token in leading)
        {
            found.AddRange(await db.Set<SearchPosting>().Where(posting => posting.Token == token && posting.Number <= last)
                .Join(entries, posting => posting.Number, entry => entry.Number, (posting, entry) => new { posting.Number, entry })
                .OrderByDescending(both => both.Number).ThenByDescending(both => both.entry.Id).Select(both => both.entry).Take(most).ToListAsync(ct));
        }
        // Ids are told apart and ordered as their printed form, as both databases do.
        return [.. found.DistinctBy(entry => entry.Id).OrderByDescending(entry => entry.Number).ThenByDescending(entry => entry.Id.ToString(), StringComparer.Ordinal).Take(most)];
    }

    private IQueryable<SearchEntry> Matching(SearchKind kind, IReadOnlyList<string> terms, IQueryable<Guid> visible, Guid? before)
    {
        var entries = db.Set<SearchEntry>().AsNoTracking().Where(entry => entry.Kind == kind.Name && visible.Any(id => id == entry.Id));
        foreach (var term in terms)
            entries = IsLetters(term) ? entries.Where(entry => entry.Folded.Contains(term) || entry.Initials.Contains(term)) : entries.Where(entry => entry.Folded.Contains(term));
        if (before is not { } last)
            return entries;
        var number = SearchEntry.NumberOf(last);
        return entries.Where(entry => entry.Number < number || (entry.Number == number && entry.Id < last));
    }

    /// <summary>The tokens that lead, and those that each thing must have beside. The rarest token leads; letters may be initials or a Latin word, so either leads.</summary>
    private async Task<(IReadOnlyList<long> Leading, IEnumerable<long> Probes, bool IsFrequent)> PlanAsync(SearchKind kind, IReadOnlyList<string> terms, CancellationToken ct)
    {
        long[] tokens = [.. terms.Where(term => !IsLetters(term)).SelectMany(term => SearchTokens.Cover(kind, term)).Distinct()];
        if (tokens.Length == 0)
        {
            var longest = terms.MaxBy(term => term.Length)!; // there is a term
            long[] either = [SearchTokens.OfInitials(kind, longest), SearchTokens.Cover(kind, longest)[0]];
            return (either, [], await CountAsync(either[0], ct) + await CountAsync(either[1], ct) >= Frequent);
        }
        var rarest = (Token: tokens[0], Count: int.MaxValue);
        foreach (var token in tokens)
        {
            var count = await CountAsync(token, ct);
            rarest = count < rarest.Count ? (token, count) : rarest;
        }
        return ([rarest.Token], tokens.Where(token => token != rarest.Token), rarest.Count >= Frequent);
    }

    // Up to frequent; more need not be known.
    private Task<int> CountAsync(long token, CancellationToken ct) => db.Set<SearchPosting>().Where(posting => posting.Token == token).Take(Frequent).CountAsync(ct);

    private static bool IsLetters(string term) => term.All(char.IsAsciiLetterLower);
}

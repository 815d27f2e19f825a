using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Shuren.Kernel;

namespace Shuren.Platform.Doors;

/// <summary>A page of a list.</summary>
/// <param name="Items">In the list's own order.</param>
/// <param name="Next">What to send as <c>after</c> for the page behind it; null on the last. Opaque: nobody takes it apart.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next) : IPage;

/// <summary>A page whatever it holds.</summary>
public interface IPage
{
    /// <summary>Where the page behind it begins.</summary>
    string? Next { get; }
}

/// <summary>Which part of a list: how many, and behind what. Pages are found by key, so a row that comes or goes moves nothing.</summary>
public sealed record PageQuery(
    [property: Description("How many, 1 to 200; 50 where it is not said.")] int? Limit,
    [property: Description("The next of the page before; nothing for the first page.")] string? After)
{
    /// <summary>The most that a page holds.</summary>
    public const int Most = 200;

    private const int Usual = 50;

    /// <summary>How many to show.</summary>
    public int Take => Limit ?? Usual;

    /// <summary>The parts of the key behind which the page begins; null on the first page.</summary>
    public IReadOnlyList<string>? Key => Paging.Read(After);

    /// <summary>Why this is no part of a list, or null.</summary>
    /// <param name="parts">How many parts the list's key has.</param>
    public Refusal? Refused(int parts)
    {
        if (Take is < 1 or > Most)
            return new("LimitForm", "limit", Most);
        return After is { Length: > 0 } && Key?.Count != parts ? new Refusal("CursorForm", "after") : null;
    }
}

/// <summary>Cursors and pages.</summary>
public static class Paging
{
    /// <summary>A cursor from the parts of a key.</summary>
    public static string Cursor(params string[] parts) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(parts));

    /// <summary>The parts of a cursor; null where it is none.</summary>
    public static IReadOnlyList<string>? Read(string? cursor)
    {
        try
        {
            return string.IsNullOrEmpty(cursor) ? null : JsonSerializer.Deserialize<string[]>(Base64Url.DecodeFromChars(cursor));
        }
        catch (Exception wrong) when (wrong is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>A page from rows of which one more than asked for was read.</summary>
    /// <param name="rows">At most one more than a page holds.</param>
    /// <param name="query">Which part was asked for.</param>
    /// <param name="key">The key of a row, in the list's order.</param>
    /// <param name="item">What is said of a row.</param>
    public static Page<T> Of<TRow, T>(IReadOnlyList<TRow> rows, PageQuery query, Func<TRow, string[]> key, Func<TRow, T> item)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(key);
        return new([.. rows.Take(query.Take).Select(item)], rows.Count > query.Take ? Cursor(key(rows[query.Take - 1])) : null);
    }

    /// <summary>A page of a short list that is read whole; behind the row that the cursor names.</summary>
    /// <returns>The page, or <c>CursorGone</c> where that row is not in the list any more.</returns>
    public static Outcome<Page<T>> OfWhole<TRow, T>(IReadOnlyList<TRow> rows, PageQuery query, Func<TRow, string> id, Func<TRow, T> item)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Refused(1) is { } refusal)
            return refusal;
        var from = query.Key is [var last] ? rows.ToList().FindIndex(row => id(row) == last) + 1 : 0;
        if (from == 0 && query.Key is not null)
            return new Refusal("CursorGone", "after");
        return Of([.. rows.Skip(from).Take(query.Take + 1)], query, row => [id(row)], item);
    }

    /// <summary>The address of the next page: the same question, behind the cursor.</summary>
    internal static string Address(HttpRequest request, string next)
    {
        var query = new QueryBuilder(request.Query.Where(part => !string.Equals(part.Key, "after", StringComparison.OrdinalIgnoreCase))) { { "after", next } };
        return $"{request.PathBase}{request.Path}{query}";
    }
}

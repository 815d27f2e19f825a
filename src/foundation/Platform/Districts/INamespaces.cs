using Microsoft.EntityFrameworkCore;
using Shuren.Platform.Data;

namespace Shuren.Platform.Districts;

/// <summary>
/// Where districts live: one SQLite file each, or one PostgreSQL schema each.
/// Everything in which the two databases differ stands in the two implementations and in <c>Data/</c>.
/// </summary>
public interface INamespaces
{
    /// <summary>The codes of all namespaces that hold a district.</summary>
    Task<IReadOnlyList<string>> ListAsync(CancellationToken ct);

    /// <summary>Makes an empty namespace; nothing happens when it is there.</summary>
    Task CreateAsync(string code, CancellationToken ct);

    /// <summary>Removes a namespace with all it holds.</summary>
    Task DropAsync(string code, CancellationToken ct);

    /// <summary>True where a namespace takes one writer at a time: writers then wait in the order in which they came.</summary>
    bool HasOneWriter { get; }

    /// <summary>How to open it.</summary>
    DbContextOptions<ShurenDb> OptionsFor(string code);
}

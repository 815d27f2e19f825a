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

    /// <summary>What every namespace says of itself, in the order of the codes. PostgreSQL answers for hundreds with a handful of queries.</summary>
    Task<IReadOnlyList<NamespaceState>> ReadAsync(CancellationToken ct);

    /// <summary>Makes an empty namespace; nothing happens when it is there.</summary>
    Task CreateAsync(string code, CancellationToken ct);

    /// <summary>Removes a namespace with all it holds.</summary>
    Task DropAsync(string code, CancellationToken ct);

    /// <summary>
    /// Waits for the one lock of this database, under which namespaces are made and migrated; disposing the result gives it back, and so does
    /// the death of the process that held it.
    /// </summary>
    Task<IAsyncDisposable> LockAsync(CancellationToken ct);

    /// <summary>The database in words: a folder, or server and database without user and password.</summary>
    string Place { get; }

    /// <summary>True where a namespace takes one writer at a time: writers then wait in the order in which they came.</summary>
    bool HasOneWriter { get; }

    /// <summary>How to open it.</summary>
    DbContextOptions<ShurenDb> OptionsFor(string code);
}

/// <summary>A namespace as it says of itself.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">The district's name; null where it is not (yet, any more) a district.</param>
/// <param name="Migrations">The migrations that it has had.</param>
/// <param name="IsSealed">Whether its audit has a chain.</param>
/// <param name="Archive">Why it is closed for writing; null where it is open.</param>
public sealed record NamespaceState(string Code, string? Name, IReadOnlySet<string> Migrations, bool IsSealed, ArchiveState? Archive);

using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Organization.AccessTokens;

/// <summary>What a token is for: rooms, each to read or to read and write. Kept as <c>planning:read organization:write</c>.</summary>
/// <param name="Rooms">Room → whether it may write.</param>
internal sealed record Scopes(IReadOnlyDictionary<string, bool> Rooms)
{
    public const string Read = "read";
    public const string Write = "write";

    /// <summary>Reads what was kept or sent; what names no room and no kind is left out.</summary>
    public static Scopes Parse(IEnumerable<string> scopes) => new(scopes.Select(scope => scope.Split(':')).Where(parts => parts is [{ Length: > 0 }, Read or Write])
        .GroupBy(parts => parts[0], StringComparer.Ordinal).ToDictionary(room => room.Key, room => room.Any(parts => parts[1] == Write), StringComparer.Ordinal));

    /// <inheritdoc cref="Parse(IEnumerable{string})"/>
    public static Scopes Parse(string kept) => Parse(kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The rooms in which somebody has a right at all: what can be offered.</summary>
    public static IReadOnlyList<string> RoomsOf(Actor actor, IEnumerable<IModule> modules) =>
        [.. modules.Where(module => module.Rights.Any(grant => actor.Can(grant.Right))).Select(module => module.Name)];

    /// <summary>Whether they cover a right: to read, or to write as well.</summary>
    public bool Cover(string right, bool writes) => Rooms.TryGetValue(right.Split('.')[0], out var mayWrite) && (mayWrite || !writes);

    /// <inheritdoc/>
    public override string ToString() => string.Join(' ', Rooms.OrderBy(room => room.Key, StringComparer.Ordinal).Select(room => $"{room.Key}:{(room.Value ? Write : Read)}"));
}

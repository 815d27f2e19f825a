using Shuren.Kernel;

namespace Shuren.Platform.Thread;

/// <summary>Answered by a room for its own things: what a reference is called and where it is shown.</summary>
public interface IThingNames
{
    /// <summary>The room whose references it knows, in lower case.</summary>
    string Room { get; }

    /// <summary>Names of the things that are still there; a thing of which nothing is left is absent.</summary>
    Task<IReadOnlyDictionary<Ref, ThingName>> OfAsync(IReadOnlyCollection<Ref> things, CancellationToken ct);
}

/// <summary>What a thing is called and where it is shown.</summary>
/// <param name="Name">As its own page says it.</param>
/// <param name="Href">Its page, relative to the district's address; null where it has none.</param>
public sealed record ThingName(string Name, string? Href);

/// <summary>Asks every room at once.</summary>
public sealed class ThingNames(IEnumerable<IThingNames> rooms)
{
    /// <summary>Names of the things that are still there.</summary>
    public async Task<IReadOnlyDictionary<Ref, ThingName>> OfAsync(IEnumerable<Ref> things, CancellationToken ct)
    {
        var found = new Dictionary<Ref, ThingName>();
        foreach (var asked in things.Distinct().ToLookup(thing => thing.Room))
        {
            foreach (var room in rooms.Where(room => room.Room == asked.Key))
            {
                foreach (var (thing, name) in await room.OfAsync([.. asked], ct))
                    found[thing] = name;
            }
        }
        return found;
    }
}

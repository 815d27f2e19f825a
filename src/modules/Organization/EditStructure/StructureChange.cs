using System.Text.Json;
using Shuren.Contracts.Organization;

namespace Shuren.Organization.EditStructure;

/// <summary>A unit as the sheet says it shall be; names stand for units, so that a new one can be named in the same sheet.</summary>
internal sealed record UnitChange(string Row, Guid? Id, string Name, string ShortName, UnitKind Kind, string Parent, IReadOnlyList<string> Duties, bool Closes);

/// <summary>A group with its whole roster.</summary>
internal sealed record RosterChange(string Row, Guid? Id, string Group, SchoolGroupKind Kind, IReadOnlyList<string> Members, string Lead);

/// <summary>A holder of a post, or somebody who stands in; with an id only the last day is another.</summary>
internal sealed record PostChange(string Row, Guid? Holding, string Unit, string Title, Guid Account, bool IsStandIn, DateOnly Since, DateOnly? Last);

/// <summary>A link that begins, or (with an id) ends.</summary>
internal sealed record LinkChange(string Row, Guid? Ends, SchoolLinkKind Kind, Guid Account, string Unit);

/// <summary>All that a workbook changes: travels through the check page and is looked at again before it is written.</summary>
internal sealed record StructureChanges(IReadOnlyList<UnitChange> Units, IReadOnlyList<RosterChange> Rosters, IReadOnlyList<PostChange> Posts, IReadOnlyList<LinkChange> Links)
{
    public int Count => Units.Count + Rosters.Count + Posts.Count + Links.Count;

    public string ToJson() => JsonSerializer.Serialize(this);

    /// <returns>The changes; null when somebody has touched what the page sent.</returns>
    public static StructureChanges? Of(string? text)
    {
        try
        {
            return JsonSerializer.Deserialize<StructureChanges>(text ?? "");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A difference in one field, in words.</summary>
internal sealed record StructureDifference(string Sheet, string Subject, string Field, string Before, string After);

/// <summary>What an uploaded workbook would change. With a problem nothing is written.</summary>
internal sealed record StructureReading(StructureChanges Changes, IReadOnlyList<StructureDifference> Differences, IReadOnlyList<SheetProblem> Problems);

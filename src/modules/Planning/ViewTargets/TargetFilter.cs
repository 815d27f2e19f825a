using Microsoft.AspNetCore.Http;
using Shuren.Planning.Model;

namespace Shuren.Planning.ViewTargets;

/// <summary>Which targets: the query of the page's address.</summary>
internal sealed record TargetFilter
{
    public TargetStanding? Standing { get; init; }
    public Guid? Lead { get; init; }
    public string Words { get; init; } = "";

    public bool IsEmpty => this == new TargetFilter();

    /// <summary>Reads it from an address; what cannot be read is as if it were not there.</summary>
    public static TargetFilter Read(IQueryCollection query) => new()
    {
        Standing = Enum.TryParse<TargetStanding>(query["standing"], ignoreCase: true, out var standing) && Enum.IsDefined(standing) ? standing : null,
        Lead = Guid.TryParse(query["lead"], out var lead) ? lead : null,
        Words = query["q"].ToString().Trim(),
    };

    /// <summary>The query of an address, with its question mark.</summary>
    public string ToQuery()
    {
        (string Name, string? Value)[] parts = [("standing", Standing?.ToString().ToLowerInvariant()), ("lead", Lead?.ToString("N")), ("q", Words.Length == 0 ? null : Words)];
        return QueryString.Create(parts.Where(part => part.Value is not null).Select(part => KeyValuePair.Create(part.Name, part.Value))).ToUriComponent();
    }

    /// <summary>Narrows by words and lead in the database.</summary>
    public IQueryable<Target> Apply(IQueryable<Target> targets, PlanningDb planning)
    {
        if (Lead is { } lead)
            targets = targets.Where(target => planning.Tasks.Any(task => task.Id == target.TaskId && task.LeadUnitId == lead));
        return Words.Length == 0 ? targets : targets.Where(target => target.Indicator.Contains(Words) || target.Quote.Contains(Words));
    }
}

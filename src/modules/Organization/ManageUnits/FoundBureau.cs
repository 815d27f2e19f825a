using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.PlanText.Suggestions;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ManageUnits;

/// <summary>Gives a new district its bureau and the sections that nearly every bureau has, with their usual duties; all of it can be changed.</summary>
internal sealed class FoundBureau(OrganizationDb organization, Process process) : IHandler
{
    /// <summary>Institutions stand beside the bureau's own sections.</summary>
    private static readonly string[] Institutions = ["教研室", "教师发展中心"];

    /// <summary>Founds the bureau; a district that has one keeps it.</summary>
    /// <param name="district">The district's name, such as 青禾县.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<Guid> RunAsync(string district, CancellationToken ct)
    {
        if (await organization.Units.FirstOrDefaultAsync(unit => unit.Kind == UnitKind.Bureau, ct) is { } there)
            return there.Id;
        var bureau = new Unit { Name = district.EndsWith('局') ? district : district + "教育局", ShortName = district + "教育局", Kind = UnitKind.Bureau, Position = 0 };
        process.Begin("organization.found-bureau", new Ref("organization", "unit", bureau.Id));
        organization.Units.Add(bureau);
        foreach (var (profile, position) in DefaultUnits.All.Select((profile, position) => (profile, position)))
        {
            var kind = Institutions.Contains(profile.Name) ? UnitKind.Institution : UnitKind.Section;
            var unit = new Unit { Name = profile.Name, ShortName = profile.Name, Kind = kind, ParentId = bureau.Id, Position = position };
            organization.Units.Add(unit);
            organization.Duties.AddRange(profile.Duties.Select((phrase, place) => new UnitDuty { UnitId = unit.Id, Position = place, Phrase = phrase }));
        }
        await organization.SaveAsync(ct);
        return bureau.Id;
    }
}

using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepGroups;

/// <summary>Founds a school group below the bureau.</summary>
internal sealed class AddGroup(OrganizationDb organization, OpenUnits open, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(string name, SchoolGroupKind kind, DateOnly on, string why, CancellationToken ct)
    {
        if (!actor.Can(OrganizationRights.ManageUnits))
            return new Refusal("UnitNotYours");
        if (UnitRules.Problem(name, on, why) is { } problem)
            return problem;
        var book = await open.RunAsync(ct);
        if (Open(organization, book, name, kind, on, why, out var unit) is { } refusal)
            return refusal;
        process.Begin("organization.add-group", new Ref("organization", "unit", unit.Id), why.Trim());
        await book.SaveAsync(ct);
        return unit.Id;
    }

    /// <summary>Opens the group's unit and says its kind, without saving.</summary>
    public static Refusal? Open(OrganizationDb organization, UnitBook book, string name, SchoolGroupKind kind, DateOnly on, string why, out Unit unit)
    {
        var bureau = book.Units.Values.FirstOrDefault(row => row.Kind == UnitKind.Bureau)?.Id;
        unit = new() { Name = name.Trim(), ShortName = name.Trim(), Kind = UnitKind.SchoolGroup, ParentId = bureau, Position = book.Units.Count };
        if (book.Open(unit, on, why) is { } refusal)
            return refusal;
        organization.SchoolGroups.Add(new() { Id = unit.Id, Kind = kind });
        return null;
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ManageUnits;

/// <summary>What is asked of somebody who adds a unit.</summary>
/// <param name="Name">Full name; unique among open units.</param>
/// <param name="ShortName">For narrow tables; empty takes the name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">The unit above; null only for the bureau.</param>
/// <param name="Duties">What it answers for.</param>
internal sealed record UnitForm(string Name, string ShortName, UnitKind Kind, Guid? Parent, IReadOnlyList<string> Duties);

/// <summary>Adds a unit below another.</summary>
internal sealed class AddUnit(OrganizationDb organization, Process process) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(UnitForm form, CancellationToken ct)
    {
        var name = form.Name.Trim();
        if (name.Length is < 2 or > 80)
            return new Refusal("UnitNameForm", "name");
        if (await organization.Units.AnyAsync(u => u.Name == name && u.ClosedOn == null, ct))
            return new Refusal("UnitExists", "name", name);
        if (form.Kind == UnitKind.Bureau ? form.Parent is not null : !await organization.Units.AnyAsync(u => u.Id == form.Parent && u.ClosedOn == null, ct))
            return new Refusal("UnitParentUnknown", "parent");
        var unit = new Unit
        {
            Name = name, ShortName = string.IsNullOrWhiteSpace(form.ShortName) ? name : form.ShortName.Trim(), Kind = form.Kind, ParentId = form.Parent,
            Position = await organization.Units.CountAsync(u => u.ParentId == form.Parent, ct),
        };
        process.Begin("organization.add-unit", new Ref("organization", "unit", unit.Id));
        organization.Units.Add(unit);
        organization.Duties.AddRange(form.Duties.Select((phrase, position) => new UnitDuty { UnitId = unit.Id, Position = position, Phrase = phrase }));
        await organization.SaveAsync(ct);
        return unit.Id;
    }
}

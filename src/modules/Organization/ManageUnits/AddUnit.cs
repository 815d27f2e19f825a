using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.ManageUnits;

/// <summary>What is asked of somebody who adds a unit.</summary>
/// <param name="Name">Full name; unique among open units.</param>
/// <param name="ShortName">For narrow tables; empty takes the name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Parent">The unit above; null only for the bureau.</param>
/// <param name="Duties">What it answers for.</param>
internal sealed record UnitForm(string Name, string ShortName, UnitKind Kind, Guid? Parent, IReadOnlyList<string> Duties)
{
    /// <summary>The day from which it is there; null where it always was.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Its id; null takes a new one.</summary>
    public Guid? Id { get; init; }
}

/// <summary>Adds a unit below another, from a day on.</summary>
internal sealed class AddUnit(OrganizationDb organization, OpenUnits open, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(UnitForm form, CancellationToken ct)
    {
        var book = await open.RunAsync(ct);
        // A bureau is founded with its district, by nobody who is signed in.
        if (form.Parent is { } above ? !UnitRules.May(actor, book, above) : form.Kind == UnitKind.Bureau && !actor.IsSystem)
            return new Refusal("UnitNotYours", "parent");
        var written = Write(book, form, OrganizationText.AddUnit);
        if (!written.Succeeded)
            return written;
        process.Begin("organization.add-unit", new Ref("organization", "unit", written.Value));
        await book.SaveAsync(ct);
        return written;
    }

    /// <summary>Changes rows without saving.</summary>
    public Outcome<Guid> Write(UnitBook book, UnitForm form, string why)
    {
        var name = form.Name.Trim();
        if (name.Length is < 2 or > 80)
            return new Refusal("UnitNameForm", "name");
        if (form.Kind == UnitKind.Bureau ? form.Parent is not null : form.Parent is not { } parent || !book.Units.ContainsKey(parent))
            return new Refusal("UnitParentUnknown", "parent");
        var unit = new Unit
        {
            Id = form.Id ?? Guid.CreateVersion7(), Name = name, ShortName = string.IsNullOrWhiteSpace(form.ShortName) ? name : form.ShortName.Trim(), Kind = form.Kind, ParentId = form.Parent,
            Position = book.Units.Values.Where(other => other.ParentId == form.Parent).Select(other => other.Position + 1).DefaultIfEmpty().Max(),
        };
        if (book.Open(unit, form.On ?? UnitSpan.Always, why) is { } refusal)
            return refusal with { Field = refusal.Field == "Parent" ? "parent" : "name" };
        organization.Duties.AddRange(form.Duties.Select((phrase, position) => new UnitDuty { UnitId = unit.Id, Position = position, Phrase = phrase }));
        return unit.Id;
    }
}

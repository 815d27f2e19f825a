using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.LinkSchools;

/// <summary>
/// Gives a school its linking leader (班子成员联系学校), or a zone its inspector, from a day on. A school has one leader at a time: the next one follows.
/// A zone may have several inspectors.
/// </summary>
internal sealed class SetLink(OrganizationDb organization, OpenUnits open, Process process, Actor actor) : IHandler
{
    private static readonly UnitKind[] Schools = [UnitKind.School, UnitKind.Kindergarten, UnitKind.Campus];

    public async Task<Outcome<Guid>> RunAsync(SchoolLinkKind kind, Guid account, Guid unit, DateOnly on, CancellationToken ct)
    {
        var book = await open.RunAsync(ct);
        if (!UnitRules.May(actor, book, unit))
            return new Refusal("UnitNotYours");
        process.Begin("organization.set-link", new Ref("organization", "unit", unit));
        var written = await WriteAsync(book, kind, account, unit, on, ct);
        if (written.Succeeded)
            await organization.SaveAsync(ct);
        return written;
    }

    /// <summary>Changes rows without saving.</summary>
    public async Task<Outcome<Guid>> WriteAsync(UnitBook book, SchoolLinkKind kind, Guid account, Guid unit, DateOnly on, CancellationToken ct)
    {
        if (on.Year is < 1901 or > 2100)
            return new Refusal("UnitDay", "On");
        string[] roles = kind == SchoolLinkKind.Leader ? [Roles.Director, Roles.Deputy] : [Roles.Inspector];
        if (!await organization.Holdings.AnyAsync(held => held.AccountId == account && roles.Contains(held.Role) && (held.Until == null || held.Until >= on), ct))
            return new Refusal(kind == SchoolLinkKind.Leader ? "LinkLeader" : "LinkInspector", "Account");
        if (book.History.At(unit, on) is null || !await FitsAsync(kind, book.Units[unit], ct))
            return new Refusal(kind == SchoolLinkKind.Leader ? "LinkSchool" : "LinkZone", "Unit");
        await organization.SchoolLinks.Where(link => link.Kind == kind && link.UnitId == unit).LoadAsync(ct);
        var rows = organization.SchoolLinks.Local.Where(link => link.Kind == kind && link.UnitId == unit && (link.Until == null || link.Until > on)).ToList();
        if (rows.Find(link => link.AccountId == account || (kind == SchoolLinkKind.Leader && (link.Since >= on || link.Until is not null))) is { } taken)
            return new Refusal(taken.AccountId == account ? "LinkThere" : "LinkOrder", "On", taken.Since);
        foreach (var before in rows.Where(_ => kind == SchoolLinkKind.Leader))
            before.Until = on;
        var row = new SchoolLink { Kind = kind, AccountId = account, UnitId = unit, Since = on };
        organization.SchoolLinks.Add(row);
        return row.Id;
    }

    private async Task<bool> FitsAsync(SchoolLinkKind kind, Unit unit, CancellationToken ct) => kind == SchoolLinkKind.Leader
        ? Schools.Contains(unit.Kind)
        : organization.SchoolGroups.Local.Any(group => group.Id == unit.Id && group.Kind == SchoolGroupKind.Zone) || await organization.SchoolGroups.AnyAsync(group => group.Id == unit.Id && group.Kind == SchoolGroupKind.Zone, ct);
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepGroups;

/// <summary>Sets the members of a group and its leading school from a day on.</summary>
internal sealed class SetMembers(OrganizationDb organization, OpenGroups open, OpenUnits units, Process process, Actor actor) : IHandler
{
    /// <summary>What may be a member.</summary>
    public static readonly IReadOnlyList<UnitKind> Kinds = [UnitKind.School, UnitKind.Kindergarten, UnitKind.Campus, UnitKind.Institution];

    public async Task<Outcome<Done>> RunAsync(Guid group, IReadOnlyList<Guid> members, Guid? lead, DateOnly on, string why, CancellationToken ct)
    {
        if (UnitRules.Problem(on, why) is { } problem)
            return problem;
        var book = await units.RunAsync(ct);
        if (!UnitRules.May(actor, book, group))
            return new Refusal("UnitNotYours");
        if (!book.Units.TryGetValue(group, out var unit) || unit.Kind != UnitKind.SchoolGroup || book.History.At(group, on) is null)
            return new Refusal("UnitGone", "On");
        if (members.FirstOrDefault(member => !book.Units.TryGetValue(member, out var row) || !Kinds.Contains(row.Kind) || book.History.At(member, on) is null) is var closed && closed != default)
            return new Refusal("GroupMember", "Members", book.History.Last(closed)?.Name ?? "");
        var groups = await open.RunAsync(ct);
        if (groups.Set(group, members, lead, on) is { } refusal)
            return Named(refusal, book.History);
        process.Begin("organization.set-members", new Ref("organization", "unit", group), why.Trim());
        Write(organization, groups);
        await organization.SaveAsync(ct);
        return new Done();
    }

    public static void Write(OrganizationDb organization, GroupBook groups)
    {
        organization.Memberships.AddRange(groups.Added);
        organization.Memberships.RemoveRange(groups.Removed);
    }

    /// <summary>A refusal says names, not ids.</summary>
    public static Refusal Named(Refusal refusal, UnitHistory history) => refusal.Code != "GroupOverlap" ? refusal : refusal with
    {
        Args = [history.Last((Guid)refusal.Args[0])?.Name ?? "", history.Last((Guid)refusal.Args[1])?.Name ?? "", refusal.Args[2]],
    };
}

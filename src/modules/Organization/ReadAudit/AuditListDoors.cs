using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Shuren.Kernel;
using Shuren.Platform.Doors;
using Shuren.Platform.Processes;

namespace Shuren.Organization.ReadAudit;

/// <summary>An act: who, when, why, about what, with the first of what it changed. Block is its place in the chain of seals.</summary>
internal sealed record AuditItem(long Block, string Kind, DateTime At, Guid? ActorId, string Actor, string Why, string? About, string? Evidence, long EntryCount, IReadOnlyList<AuditChange> Entries);

/// <summary>What an act did to one row; changes is JSON: column to old and new value.</summary>
internal sealed record AuditChange(string Subject, string Action, string Changes);

/// <summary>Which acts.</summary>
internal sealed record AuditQuery(
    [property: Description("Begins with, such as planning.")] string? Kind, [property: Description("Part of the actor's name.")] string? Who,
    [property: Description("The first moment, in UTC.")] DateTimeOffset? From, [property: Description("The moment after the last, in UTC.")] DateTimeOffset? Until, Guid? Thing, bool? SeenOnly);

/// <summary>The audit for programs: a monitoring system reads on from the block that it knows.</summary>
internal static class AuditListDoors
{
    public static void Map(IEndpointRouteBuilder doors)
    {
        var api = doors.MapApi("audit");
        api.MapGet("/audit", ListAsync).Door("ListAudit", OrganizationRights.ReadAudit, "Who did what when, newest first.");
        api.MapGet("/audit/verification", VerifyAsync).Door("VerifyAudit", OrganizationRights.ReadAudit, "Reckons the whole chain of seals again; takes as long as the audit is.");
    }

    private static async Task<Answer<Page<AuditItem>>> ListAsync([AsParameters] AuditQuery query, [AsParameters] PageQuery page, ReadAudit read, CancellationToken ct)
    {
        if (page.Refused(1) is { } refusal)
            return refusal;
        long? before = null;
        if (page.Key is [var last])
        {
            if (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var block))
                return new Refusal("CursorForm", "after");
            before = block;
        }
        var found = await read.RunAsync(new(query.Kind ?? "", query.Who ?? "", query.From?.UtcDateTime, query.Until?.UtcDateTime, query.Thing, query.SeenOnly == true), before, page.Take, ct);
        return new Page<AuditItem>([.. found.Acts.Select(ItemOf)], found.HasMore ? Paging.Cursor(found.Acts[^1].Block.ToString(CultureInfo.InvariantCulture)) : null);
    }

    private static async Task<Answer<AuditVerdict>> VerifyAsync(VerifyAudit verify, CancellationToken ct) => await verify.RunAsync([], ct);

    private static AuditItem ItemOf(ReadAudit.Act act) => new(
        act.Block, act.Process.Kind, act.Process.At, act.Process.ActorId, act.Process.ActorName, act.Process.Why, act.Process.About, act.Process.Evidence, act.Count,
        [.. act.Entries.Select(entry => new AuditChange(entry.Subject, entry.Action, entry.Changes))]);
}

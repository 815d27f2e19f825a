using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Processes;

namespace Shuren.Organization.GrantAbove;

/// <summary>What the district lets bureaus above it know and open, and every time that one of them opened something.</summary>
internal sealed class ViewAbove(ShurenDb db, CurrentDistrict district, DistrictDirectory districts, IEnumerable<UpwardKind> kinds, TimeProvider time) : IHandler
{
    private const int LooksShown = 30;

    /// <summary>A grant as shown.</summary>
    public sealed record Row(UpwardGrant Grant, string Upper, string Kind, GrantState State);

    /// <summary>One opening from above.</summary>
    public sealed record Look(DateTime At, string Who, string What);

    /// <summary>The page's content.</summary>
    public sealed record View(IReadOnlyList<Row> Grants, IReadOnlyList<Look> Looks);

    public async Task<View> RunAsync(CancellationToken ct)
    {
        var names = (await districts.ListAsync(ct)).ToDictionary(card => card.Code, card => card.Name);
        var today = time.Today();
        var grants = (await db.Set<UpwardGrant>().AsNoTracking().OrderByDescending(grant => grant.Id).ToListAsync(ct))
            .Select(grant => new Row(grant, names.GetValueOrDefault(grant.Upper, grant.Upper), TitleOf(grant.Kind), StateOf(grant, today))).OrderBy(row => row.State);
        var looks = await db.Processes.Where(act => act.Kind == OpenBelow.Act).OrderByDescending(act => act.At).ThenByDescending(act => act.Id).Take(LooksShown).Select(act => new Look(act.At, act.ActorName, act.Why)).ToListAsync(ct);
        return new([.. grants], looks);
    }

    /// <summary>The other districts of this installation: each can be the bureau above.</summary>
    public async Task<IReadOnlyList<DistrictCard>> UppersAsync(CancellationToken ct) => [.. (await districts.ListAsync(ct)).Where(card => card.Code != district.Code)];

    /// <summary>The kind's name; one that no room knows any more is shown as it stands.</summary>
    public string TitleOf(string kind) => kinds.FirstOrDefault(one => one.Name == kind)?.Title() ?? kind;

    private static GrantState StateOf(UpwardGrant grant, DateOnly today) => grant switch
    {
        { RevokedAt: not null } => GrantState.Revoked,
        _ when grant.HoldsOn(today) => GrantState.Holds,
        _ when grant.Since > today => GrantState.Later,
        _ => GrantState.Over,
    };
}

/// <summary>How a grant stands today.</summary>
internal enum GrantState
{
    /// <summary>开放中.</summary>
    Holds,

    /// <summary>未到开始日期.</summary>
    Later,

    /// <summary>已到期.</summary>
    Over,

    /// <summary>已撤销.</summary>
    Revoked,
}

using Microsoft.EntityFrameworkCore;
using Shuren.Kernel;
using Shuren.Organization.Model;
using Shuren.Platform;
using Shuren.Platform.Processes;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepPosts;

/// <summary>Who shall hold a post, or stand in for its holder.</summary>
/// <param name="Unit">The unit of the post.</param>
/// <param name="Title">The post; a new title makes a new post.</param>
/// <param name="Account">Who.</param>
/// <param name="IsStandIn">True to stand in (代理).</param>
/// <param name="Since">The first day.</param>
/// <param name="Last">The last day; needed for somebody who stands in.</param>
/// <param name="Why">The reason or the document.</param>
internal sealed record PostWish(Guid Unit, string Title, Guid Account, bool IsStandIn, DateOnly Since, DateOnly? Last, string Why);

/// <summary>
/// Puts somebody on a post, or in the place of its holder for a time. A new holder follows the one before; of those who stand in there is one at a
/// time, and never the holder. It gives no right: rights come by a role or by a delegation.
/// </summary>
internal sealed class HoldPost(OrganizationDb organization, Process process, Actor actor) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(PostWish wish, CancellationToken ct)
    {
        if (!actor.CanFor(OrganizationRights.ManageUnits, wish.Unit))
            return new Refusal("UnitNotYours");
        if (!await organization.Accounts.AnyAsync(account => account.Id == wish.Account && account.ClosedOn == null, ct))
            return new Refusal("PostWho", "Account");
        process.Begin("organization.hold-post", new Ref("organization", "unit", wish.Unit), wish.Why.Trim());
        var held = await WriteAsync(wish, ct);
        if (held.Succeeded)
            await organization.SaveAsync(ct);
        return held;
    }

    /// <summary>Changes rows without saving.</summary>
    public async Task<Outcome<Guid>> WriteAsync(PostWish wish, CancellationToken ct)
    {
        var title = wish.Title.Trim();
        if (title.Length is 0 or > 40)
            return new Refusal("PostTitle", "Title");
        if (wish.Since.Year is < 1901 or > 2100 || wish.Last < wish.Since || (wish.IsStandIn && wish.Last is null))
            return new Refusal("PostDays", "Since");
        // What was begun in the same act counts too, so the tracked rows are asked.
        await organization.Posts.Where(row => row.UnitId == wish.Unit).LoadAsync(ct);
        var posts = organization.Posts.Local.Where(row => row.UnitId == wish.Unit).ToList();
        var post = posts.Find(row => row.Title == title);
        if (post is null)
            organization.Posts.Add(post = new() { UnitId = wish.Unit, Title = title, Position = posts.Count });
        await organization.PostHoldings.Where(row => row.PostId == post.Id).LoadAsync(ct);
        var held = organization.PostHoldings.Local.Where(row => row.PostId == post.Id).ToList();
        if (Problem(wish, held) is { } problem)
            return problem;
        foreach (var before in held.Where(row => !wish.IsStandIn && !row.IsStandIn && row.Until is null))
            before.Until = wish.Since;
        var holding = new PostHolding { PostId = post.Id, AccountId = wish.Account, IsStandIn = wish.IsStandIn, Since = wish.Since, Until = wish.Last?.AddDays(1), Why = wish.Why.Trim() };
        organization.PostHoldings.Add(holding);
        return holding.Id;
    }

    /// <summary>Among those who hold (or stand in) no two at a time; nobody stands in for themselves.</summary>
    private static Refusal? Problem(PostWish wish, List<PostHolding> held)
    {
        var end = wish.Last?.AddDays(1) ?? DateOnly.MaxValue;
        bool Meets(PostHolding row) => row.Since < end && (row.Until is null || wish.Since < row.Until);
        var same = held.FindAll(row => row.IsStandIn == wish.IsStandIn && Meets(row));
        // A holder without an end is followed by the next; everything else must be free.
        if (same.Find(row => wish.IsStandIn || row.Until is not null || row.Since >= wish.Since) is { } taken)
            return new("PostTaken", "Since", taken.Since, (taken.Until ?? DateOnly.MaxValue).AddDays(-1));
        return held.Exists(row => row.IsStandIn != wish.IsStandIn && row.AccountId == wish.Account && Meets(row)) ? new("PostSelf", "Account") : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;

namespace Shuren.Organization.Answers;

/// <summary>Answers who looks after which school and who holds which post.</summary>
internal sealed class SchoolLinks(OrganizationDb organization) : ISchoolLinks
{
    public async Task<IReadOnlyList<SchoolLinkCard>> AsOfAsync(DateOnly day, CancellationToken ct) =>
        await organization.SchoolLinks.AsNoTracking().Where(link => link.Since <= day && (link.Until == null || link.Until > day)).OrderBy(link => link.Id)
            .Select(link => new SchoolLinkCard(link.Kind, link.AccountId, link.UnitId)).ToListAsync(ct);

    public async Task<IReadOnlyList<PostCard>> PostsAsync(IReadOnlyCollection<Guid> units, DateOnly day, CancellationToken ct)
    {
        var posts = await organization.Posts.AsNoTracking().Where(post => units.Contains(post.UnitId)).OrderBy(post => post.Position).ThenBy(post => post.Id).ToListAsync(ct);
        var ids = posts.Select(post => post.Id).ToList();
        var held = (await organization.PostHoldings.AsNoTracking().Where(row => ids.Contains(row.PostId) && row.Since <= day && (row.Until == null || row.Until > day)).ToListAsync(ct)).ToLookup(row => row.PostId);
        return [.. posts.Select(post => new PostCard(post.UnitId, post.Title,
            held[post.Id].FirstOrDefault(row => !row.IsStandIn)?.AccountId, held[post.Id].FirstOrDefault(row => row.IsStandIn)?.AccountId))];
    }
}

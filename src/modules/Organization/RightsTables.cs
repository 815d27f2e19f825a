using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The tables of proposed roles and of departures from the product's rights.</summary>
internal static class RightsTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<RoleProposal>(proposal =>
        {
            proposal.ToTable("organization_role_proposals");
            proposal.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId).OnDelete(DeleteBehavior.Cascade);
            proposal.HasOne<Unit>().WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<RoleRight>(right =>
        {
            right.ToTable("organization_role_rights");
            right.HasIndex(r => new { r.Right, r.Role }).IsUnique();
        });
    }
}

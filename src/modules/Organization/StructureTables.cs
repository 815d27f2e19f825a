using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The tables of the room's structure over time: who stands where from when to when.</summary>
internal static class StructureTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Delegation>(lent =>
        {
            lent.ToTable("organization_delegations");
            lent.HasOne<Account>().WithMany().HasForeignKey(row => row.FromAccountId).OnDelete(DeleteBehavior.Cascade);
            lent.HasOne<Account>().WithMany().HasForeignKey(row => row.ToAccountId).OnDelete(DeleteBehavior.Cascade);
            lent.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<ActingInName>(acting =>
        {
            acting.ToTable("organization_acting_in_names");
            acting.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
            acting.HasOne<Delegation>().WithMany().HasForeignKey(row => row.DelegationId).OnDelete(DeleteBehavior.Cascade);
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The room's tables.</summary>
internal static class OrganizationTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Unit>(unit =>
        {
            unit.ToTable("organization_units");
            unit.HasIndex(u => u.ParentId);
            unit.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitDuty>(duty =>
        {
            duty.ToTable("organization_unit_duties");
            duty.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<GroupMembership>(membership =>
        {
            membership.ToTable("organization_group_memberships");
            membership.HasOne<Unit>().WithMany().HasForeignKey(m => m.GroupId).OnDelete(DeleteBehavior.Cascade);
            membership.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Account>(account =>
        {
            account.ToTable("organization_accounts");
            account.HasIndex(a => a.SignInName).IsUnique();
        });
        RightsTables.Add(model);
        SignInTables.Add(model);
        model.Entity<RoleHolding>(holding =>
        {
            holding.ToTable("organization_role_holdings");
            holding.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Cascade);
            holding.HasOne<Unit>().WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        StructureTables.Add(model);
        CalendarTables.Add(model);
        TodoTables.Add(model);
    }
}

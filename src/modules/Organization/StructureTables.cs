using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The tables of the room's structure over time: who stands where from when to when.</summary>
internal static class StructureTables
{
    public static void Add(ModelBuilder model)
    {
        Units(model);
        People(model);
    }

    private static void Units(ModelBuilder model)
    {
        model.Entity<UnitSpan>(span =>
        {
            span.ToTable("organization_unit_spans");
            span.HasIndex(row => new { row.UnitId, row.Since }).IsUnique();
            span.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
            span.HasOne<Unit>().WithMany().HasForeignKey(row => row.ParentId).OnDelete(DeleteBehavior.Restrict);
        });
        model.Entity<UnitEvent>(happened =>
        {
            happened.ToTable("organization_unit_events");
            happened.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SchoolGroup>(group =>
        {
            group.ToTable("organization_school_groups");
            group.HasOne<Unit>().WithOne().HasForeignKey<SchoolGroup>(row => row.Id).OnDelete(DeleteBehavior.Cascade);
        });
    }

    private static void People(ModelBuilder model)
    {
        model.Entity<UnitPost>(post =>
        {
            post.ToTable("organization_unit_posts");
            post.HasIndex(row => new { row.UnitId, row.Title }).IsUnique();
            post.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<PostHolding>(held =>
        {
            held.ToTable("organization_post_holdings");
            held.HasOne<UnitPost>().WithMany().HasForeignKey(row => row.PostId).OnDelete(DeleteBehavior.Cascade);
            held.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<SchoolLink>(link =>
        {
            link.ToTable("organization_school_links");
            link.HasOne<Account>().WithMany().HasForeignKey(row => row.AccountId).OnDelete(DeleteBehavior.Cascade);
            link.HasOne<Unit>().WithMany().HasForeignKey(row => row.UnitId).OnDelete(DeleteBehavior.Cascade);
        });
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

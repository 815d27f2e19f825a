using Microsoft.EntityFrameworkCore;
using Shuren.Organization.Model;

namespace Shuren.Organization;

/// <summary>The tables of what people ask of each other about to-dos.</summary>
internal static class TodoTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<TodoRequest>(request =>
        {
            request.ToTable("organization_todo_requests");
            request.HasIndex(r => r.About);
            request.HasIndex(r => r.ById);
        });
        model.Entity<TodoReply>(reply =>
        {
            reply.ToTable("organization_todo_replies");
            reply.HasIndex(r => r.AccountId);
            reply.HasOne<TodoRequest>().WithMany().HasForeignKey(r => r.RequestId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<Nudge>(nudge =>
        {
            nudge.ToTable("organization_nudges");
            nudge.HasOne<TodoRequest>().WithMany().HasForeignKey(n => n.RequestId).OnDelete(DeleteBehavior.Cascade);
        });
        model.Entity<TodoNudge>(nudge =>
        {
            nudge.ToTable("organization_todo_nudges");
            nudge.HasIndex(n => new { n.ToId, n.About, n.On }).IsUnique();
        });
    }
}

using Microsoft.EntityFrameworkCore;

namespace Shuren.Platform.Doors;

/// <summary>The table of kept answers.</summary>
internal static class ApiReplies
{
    public static void Add(ModelBuilder model) => model.Entity<ApiReply>(reply =>
    {
        reply.ToTable("platform_api_replies");
        reply.HasIndex(r => new { r.AccountId, r.Key }).IsUnique();
        reply.HasIndex(r => r.At);
    });
}

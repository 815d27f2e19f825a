using Microsoft.EntityFrameworkCore;

namespace Shuren.Platform.Districts.Above;

/// <summary>The tables of what is granted upwards and of what has come from below.</summary>
internal static class AboveTables
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<UpwardGrant>(grant =>
        {
            grant.ToTable("platform_upward_grants");
            grant.HasIndex(g => new { g.Upper, g.Kind });
        });
        model.Entity<BelowFigure>(figure =>
        {
            figure.ToTable("platform_below_figures");
            figure.HasIndex(f => new { f.Below, f.Kind, f.Key }).IsUnique();
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Shuren.Platform;
using Shuren.Schools.Model;

namespace Shuren.Schools.Promote;

/// <summary>The promotions that were done, the last first.</summary>
internal sealed class FindPromotions(SchoolsDb schools) : IHandler
{
    public async Task<IReadOnlyList<Promotion>> RunAsync(CancellationToken ct) => await schools.Promotions.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(ct);
}

/// <summary>That somebody has looked before doing it.</summary>
public sealed class SureForm
{
    /// <summary>Ticked.</summary>
    public bool IsSure { get; set; }
}

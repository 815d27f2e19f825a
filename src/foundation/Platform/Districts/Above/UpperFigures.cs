using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Data;

namespace Shuren.Platform.Districts.Above;

/// <summary>Writes a district's figures into the namespace of the bureau above it, a whole report at a time.</summary>
public sealed class UpperFigures(DistrictDirectory districts)
{
    private const int MostTries = 5;

    /// <summary>Puts a report in the place of what the district reported before.</summary>
    /// <returns>False where there is no such bureau, or it is closed, or has a later report already.</returns>
    internal async Task<bool> ReplaceAsync(string upper, string below, DateTime at, IReadOnlyList<BelowFigure> rows, CancellationToken ct)
    {
        if (await districts.FindAsync(upper, ct) is not { } bureau)
            return false;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await WriteAsync(bureau, below, at, rows, ct);
            }
            catch (DbUpdateException) when (attempt < MostTries)
            {
                // Another report of the same district came at this moment: looked at again, the later of the two stands.
            }
        }
    }

    private async Task<bool> WriteAsync(DistrictCard bureau, string below, DateTime at, IReadOnlyList<BelowFigure> rows, CancellationToken ct)
    {
        await using var scope = districts.Enter(bureau, ReportUp.Kind);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        if (await OpenArchives.FindAsync(db, ct) is not null || await db.Set<BelowFigure>().AnyAsync(figure => figure.Below == below && figure.At > at, ct))
            return false;
        db.DeleteSet(db.Set<BelowFigure>().Where(figure => figure.Below == below && figure.At <= at));
        db.InsertSet(rows);
        await db.SaveAsync(ct);
        return true;
    }

    /// <summary>Removes what a district reported of some kinds.</summary>
    internal async Task RemoveAsync(string upper, string below, IReadOnlyCollection<string> kinds, CancellationToken ct)
    {
        if (kinds.Count == 0 || await districts.FindAsync(upper, ct) is not { } bureau)
            return;
        await using var scope = districts.Enter(bureau, ReportUp.Kind);
        var db = scope.ServiceProvider.GetRequiredService<ShurenDb>();
        db.DeleteSet(db.Set<BelowFigure>().Where(figure => figure.Below == below && kinds.Contains(figure.Kind)));
        await db.SaveAsync(ct);
    }
}

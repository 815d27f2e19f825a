using System.Globalization;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.Platform.Processes;

namespace Shuren.Schools.TakeSnapshot;

/// <summary>
/// Freezes the rolls as of a day into a SQLite file: a table for each window, with the rows that held on that day, and the units with their names of that day.
/// Any tool reads it, and formulas do, since tables are called as the windows are. No names or numbers of people stand in it.
/// </summary>
internal sealed class TakeSnapshot(SchoolsDb schools, IUnitDirectory units, CurrentDistrict district, Process process, TimeProvider time) : IHandler
{
    /// <summary>What was taken.</summary>
    public sealed record Taken(DateOnly At, string File, string Hash, long Bytes, int Pupils, int Schools);

    /// <param name="at">The day; not in the future.</param>
    /// <param name="folder">Where snapshots of all districts lie; the file goes into the district's own folder below it.</param>
    /// <param name="ct">Stops the work; then no file is left.</param>
    /// <returns>The file and its hash, or <c>SnapshotFuture</c>.</returns>
    public async Task<Outcome<Taken>> RunAsync(DateOnly at, string folder, CancellationToken ct)
    {
        if (at > time.Today())
            return new Refusal("SnapshotFuture", "at", at);
        var own = Path.Combine(folder, district.Code);
        Directory.CreateDirectory(own);
        var open = Path.Combine(own, $"{Guid.CreateVersion7():N}.part");
        try
        {
            var counts = await WriteAsync(open, at, ct);
            var hash = await HashAsync(open, ct);
            var name = string.Create(CultureInfo.InvariantCulture, $"rolls-{at:yyyy-MM-dd}-{hash[..12]}.db");
            var (file, bytes) = (Path.Combine(own, name), new FileInfo(open).Length);
            // The same rows give the same file: taken twice it lies there once.
            if (File.Exists(file))
                File.Delete(open);
            else
                File.Move(open, file);
            File.SetAttributes(file, FileAttributes.ReadOnly);
            process.Begin("schools.take-snapshot");
            schools.Snapshots.Add(new() { At = at, TakenAt = process.At, By = process.Actor.Name, File = name, Hash = hash, Bytes = bytes, Pupils = counts.GetValueOrDefault("ds_pupils"), Schools = counts.GetValueOrDefault("ds_schools") });
            await schools.SaveAsync(ct);
            return new Taken(at, file, hash, bytes, counts.GetValueOrDefault("ds_pupils"), counts.GetValueOrDefault("ds_schools"));
        }
        finally
        {
            File.Delete(open);
        }
    }

    /// <summary>The snapshots that were taken, the last first.</summary>
    public async Task<IReadOnlyList<Model.Snapshot>> ListAsync(CancellationToken ct) => await schools.Snapshots.AsNoTracking().OrderByDescending(row => row.Id).ToListAsync(ct);

    internal static async Task<string> HashAsync(string file, CancellationToken ct)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct));
    }

    private async Task<Dictionary<string, int>> WriteAsync(string path, DateOnly at, CancellationToken ct)
    {
        await using var file = await SnapshotFile.CreateAsync(path, ct);
        await file.AddUnitsAsync(await units.AsOfAsync(at, ct), ct);
        var from = await schools.OpenAsync(ct);
        var counts = new Dictionary<string, int>();
        // What the rules for the rolls ask is about today's roll.
        foreach (var window in new SchoolsModule().Windows.Where(window => !window.Name.StartsWith("ds_check_", StringComparison.Ordinal)))
            counts[window.Name] = await file.AddAsync(window, from, at, ct);
        await file.CompleteAsync(ct);
        return counts;
    }
}

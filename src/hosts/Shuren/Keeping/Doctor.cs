using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Host.Commands;
using Shuren.Kernel;
using Shuren.Platform.Data;
using Shuren.Platform.Districts;
using Shuren.Platform.Files;
using Shuren.Platform.Files.Keeping;

namespace Shuren.Host.Keeping;

/// <summary>Looks at everything that an installation needs and says of each fault how to mend it.</summary>
internal sealed class Doctor(string database, TimeProvider time)
{
    private const long LeastFreeBytes = 2L * 1024 * 1024 * 1024;
    private static readonly TimeSpan OldestBackup = TimeSpan.FromDays(2);
    private static readonly TimeSpan OldestFileCheck = TimeSpan.FromDays(15);
    private static readonly TimeSpan OldestDrill = TimeSpan.FromDays(90);
    private static readonly TimeSpan MostDrift = TimeSpan.FromMinutes(1);

    private readonly string dataFolder = DatabaseOptions.DataFolder(database);

    /// <summary>What was looked at.</summary>
    /// <param name="Check">Its name; a district's checks end in its code.</param>
    /// <param name="State">ok, warn (works, but not for ever) or fail.</param>
    /// <param name="Mend">What to do; empty for ok.</param>
    public sealed record Found(string Check, string State, string Mend);

    /// <summary>Looks at everything; never stops at a fault.</summary>
    public async Task<IReadOnlyList<Found>> RunAsync(CancellationToken ct)
    {
        List<Found> found = [Folder(), Permissions(), Disk(), Program("pdftotext", "-v", HostText.DoctorPdf), Fonts()];
        await using var house = DatabaseOptions.House(database);
        try
        {
            var districts = await house.GetRequiredService<DistrictDirectory>().ListAsync(ct);
            found.Add(new("database", "ok", ""));
            foreach (var district in districts)
            {
                await using var scope = house.GetRequiredService<DistrictDirectory>().Enter(district, "doctor");
                found.AddRange(await LookAsync(scope.ServiceProvider.GetRequiredService<ShurenDb>(), district.Code, ct));
            }
        }
        catch (Exception broken) when (broken is DbException or IOException or TimeoutException or UnauthorizedAccessException)
        {
            found.Add(new("database", "fail", Fill(HostText.DoctorDatabase, broken.Message)));
        }
        return found;
    }

    private async Task<IReadOnlyList<Found>> LookAsync(ShurenDb db, string code, CancellationToken ct)
    {
        var pending = (await db.Database.GetPendingMigrationsAsync(ct)).Count();
        if (pending > 0)
            return [new($"migrations:{code}", "fail", Fill(HostText.DoctorMigrations, pending))];
        var last = await db.Processes.MaxAsync(act => (DateTime?)act.At, ct) ?? DateTime.MinValue;
        var kept = new KeepingLog(dataFolder).Read().GetValueOrDefault(code, KeepingLog.Kept.Nothing);
        return
        [
            new($"migrations:{code}", "ok", ""),
            last - time.GetUtcNow().UtcDateTime > MostDrift ? new($"clock:{code}", "fail", HostText.DoctorClock) : new($"clock:{code}", "ok", ""),
            Age($"backup:{code}", kept.BackupAt, OldestBackup, Fill(HostText.DoctorBackup, code)),
            await FilesAsync(db, code, ct),
            Age($"drill:{code}", kept.DrillAt, OldestDrill, Fill(HostText.DoctorDrill, code)),
        ];
    }

    private async Task<Found> FilesAsync(ShurenDb db, string code, CancellationToken ct)
    {
        var last = await db.Set<FileCheck>().AsNoTracking().Where(check => check.EndedAt != null).OrderByDescending(check => check.StartedAt).FirstOrDefaultAsync(ct);
        return last is { Faults: > 0 } ? new($"files:{code}", "fail", Fill(HostText.DoctorFilesFaulty, last.Faults, code))
            : !await db.Set<StoredFile>().AnyAsync(ct) ? new($"files:{code}", "ok", "")
            : Age($"files:{code}", last?.EndedAt, OldestFileCheck, Fill(HostText.DoctorFiles, code));
    }

    private Found Age(string check, DateTime? at, TimeSpan oldest, string mend) => at is { } done && time.GetUtcNow().UtcDateTime - done <= oldest ? new(check, "ok", "") : new(check, "warn", mend);

    private Found Folder()
    {
        try
        {
            Directory.CreateDirectory(dataFolder);
            var probe = Path.Combine(dataFolder, $".doctor-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new("data-folder", "ok", "");
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return new("data-folder", "fail", Fill(HostText.DoctorFolder, dataFolder));
        }
    }

    private Found Permissions()
    {
        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        return OperatingSystem.IsWindows() || !Directory.Exists(dataFolder) || (File.GetUnixFileMode(dataFolder) & others) == 0
            ? new("permissions", "ok", "")
            : new("permissions", "warn", Fill(HostText.DoctorPermissions, dataFolder));
    }

    private Found Disk()
    {
        var free = Directory.Exists(dataFolder) ? new DriveInfo(dataFolder).AvailableFreeSpace : 0;
        return free >= LeastFreeBytes ? new("disk", "ok", "") : new("disk", "fail", Fill(HostText.DoctorDisk, free / (1024 * 1024)));
    }

    private static Found Fonts()
    {
        var fonts = Say("fc-list", ":lang=zh");
        return fonts is { Length: > 0 } ? new("fonts", "ok", "") : new("fonts", "warn", HostText.DoctorFonts);
    }

    private static Found Program(string name, string argument, string mend) => Say(name, argument) is null ? new(name, "warn", mend) : new(name, "ok", "");

    // What the program said; null where there is none.
    private static string? Say(string name, string argument)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, argument) { RedirectStandardOutput = true, RedirectStandardError = true })!; // never null: no shell is used
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return said;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static string Fill(string sentence, params object[] values) => Sentences.Filled(sentence, values);
}

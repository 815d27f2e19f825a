using Microsoft.Extensions.DependencyInjection;
using Shuren.Platform.Files.Keeping;
using Shuren.Platform.Jobs;

namespace Shuren.Platform.Files;

/// <summary>Registers the store and what keeps it in order.</summary>
internal static class FileServices
{
    public static void AddFiles(this IServiceCollection services)
    {
        services.AddScoped<FileStore>();
        services.AddScoped<SweepFiles>();
        services.AddScoped<VerifyFiles>();
        services.AddJob<SweepFilesJob>(SweepFilesJob.Kind, () => PlatformText.JobSweepFiles, kind => kind with { Recurs = Recurrence.Daily(3, 40) });
        services.AddJob<VerifyFilesJob>(VerifyFilesJob.Kind, () => PlatformText.JobVerifyFiles, kind => kind with { Recurs = Recurrence.Weekly(DayOfWeek.Sunday, 4) });
    }
}

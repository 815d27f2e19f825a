using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Shuren.Platform.Jobs;

namespace Shuren.Platform.Notices;

/// <summary>Registers what tells people.</summary>
internal static class NoticeServices
{
    public static void AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => NoticeOptions.From(Environment.GetEnvironmentVariable));
        services.AddScoped<NoticeBoard>();
        services.AddScoped<Postman>();
        services.AddSingleton<WebhookSender>();
        services.AddJob<SendNotice>(SendNotice.Kind, () => PlatformText.JobSendNotice);
        services.AddJob<SendDigests>(SendDigests.Kind, () => PlatformText.JobSendDigests, kind => kind with { Recurs = Recurrence.Daily(7, 30) });
        services.AddJob<SendDigest>(SendDigest.Kind, () => PlatformText.JobSendDigest);
    }
}

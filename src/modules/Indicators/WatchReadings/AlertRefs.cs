using Shuren.Kernel;

namespace Shuren.Indicators.WatchReadings;

/// <summary>How alerts and silences are named in the thread and the audit.</summary>
internal static class AlertRefs
{
    public static Ref Alert(Guid id) => new("indicators", "alert", id);

    public static Ref Silence(Guid id) => new("indicators", "alertsilence", id);
}

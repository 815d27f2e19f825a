namespace Shuren.Kernel;

/// <summary>Days and moments as the district's own clock shows them. Stored moments are UTC.</summary>
public static class LocalTime
{
    /// <summary>Today where the district is.</summary>
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    /// <summary>A stored moment in the district's own time.</summary>
    public static DateTime ToLocal(this DateTime utc, TimeProvider time) => TimeZoneInfo.ConvertTimeFromUtc(utc, time.LocalTimeZone);

    /// <summary>The day on which a stored moment fell where the district is.</summary>
    public static DateOnly ToLocalDay(this DateTime utc, TimeProvider time) => DateOnly.FromDateTime(utc.ToLocal(time));
}

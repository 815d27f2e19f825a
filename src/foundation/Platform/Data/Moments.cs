namespace Shuren.Platform.Data;

/// <summary>Both databases keep a moment to the microsecond; what is finer is cut off before it is written.</summary>
public static class Moments
{
    /// <summary>The moment as it comes back from the database.</summary>
    public static DateTime Kept(DateTime moment) => new(moment.Ticks - moment.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc);
}

using Shuren.Kernel;

namespace Shuren.Host.Sample;

/// <summary>The clock of the sample year while it is written: it runs from the spring to now, so that every date and every audit entry is one that people could have made.</summary>
internal sealed class SampleClock(TimeProvider real) : TimeProvider
{
    private DateTimeOffset now = DateTimeOffset.MinValue;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => real.LocalTimeZone;

    /// <summary>The day on which the sample is loaded.</summary>
    public DateOnly Today => real.Today();

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => now;

    /// <summary>Goes to the morning of a day, never back and never beyond now; each act takes its own minute.</summary>
    public void GoTo(DateOnly day)
    {
        var morning = new DateTimeOffset(day.ToDateTime(new(9, 0)), real.LocalTimeZone.GetUtcOffset(day.ToDateTime(new(9, 0)))).ToUniversalTime();
        var next = morning > now ? morning : now.AddMinutes(1);
        now = next < real.GetUtcNow() ? next : real.GetUtcNow();
    }
}

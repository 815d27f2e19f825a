namespace Shuren.Testing;

/// <summary>A clock that stands where the test puts it; the small county's time is China's.</summary>
public sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeZoneInfo China = TimeZoneInfo.CreateCustomTimeZone("China", TimeSpan.FromHours(8), "China", "China");

    /// <summary>Wednesday, 15 April 2026, 09:20 in China.</summary>
    public FixedClock() : this(new(2026, 4, 15, 9, 20, 0, TimeSpan.FromHours(8)))
    {
    }

    /// <summary>The moment; tests move it.</summary>
    public DateTimeOffset Now { get; set; } = now;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => China;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();

    /// <summary>Puts the clock to nine in the morning of a day.</summary>
    public void GoTo(int year, int month, int day) => Now = new(year, month, day, 9, 0, 0, TimeSpan.FromHours(8));
}

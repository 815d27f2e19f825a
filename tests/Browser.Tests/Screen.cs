using Microsoft.Playwright;

namespace Shuren.Browser.Tests;

/// <summary>What a person sits at. Both are the sizes that the design names.</summary>
/// <param name="Name">The word in messages and names of pictures.</param>
/// <param name="Width">In CSS pixels.</param>
/// <param name="Height">In CSS pixels.</param>
/// <param name="IsPhone">Touch instead of a mouse.</param>
internal sealed record Screen(string Name, int Width, int Height, bool IsPhone)
{
    /// <summary>An office computer.</summary>
    public static readonly Screen Desk = new("desk", 1280, 900, IsPhone: false);

    /// <summary>The narrowest phone that is served.</summary>
    public static readonly Screen Phone = new("phone", 360, 800, IsPhone: true);

    /// <summary>The office computer of somebody who has set the browser to 200 %.</summary>
    public static readonly Screen Zoomed = new("zoomed", 640, 450, IsPhone: false);

    /// <summary>The browser's settings for it.</summary>
    public BrowserNewContextOptions Options(string language, bool script, string? session) => new()
    {
        ViewportSize = new() { Width = Width, Height = Height },
        IsMobile = IsPhone,
        HasTouch = IsPhone,
        Locale = language,
        TimezoneId = "Asia/Shanghai",
        ReducedMotion = ReducedMotion.Reduce,
        JavaScriptEnabled = script,
        StorageState = session,
    };
}

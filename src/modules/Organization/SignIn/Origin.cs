using Microsoft.AspNetCore.Http;

namespace Shuren.Organization.SignIn;

/// <summary>Where a sign-in comes from.</summary>
/// <param name="Address">The network address.</param>
/// <param name="Device">Browser and system in short, as the browser says: Chrome · Windows.</param>
internal sealed record Origin(string Address, string Device)
{
    private static readonly string[] Browsers = ["Edg", "MicroMessenger", "Firefox", "Chrome", "Safari"];
    private static readonly string[] Systems = ["Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"];

    /// <summary>From a request.</summary>
    public static Origin Of(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        var parts = new[] { Array.Find(Browsers, Says), Array.Find(Systems, Says) };
        return new(http.Connection.RemoteIpAddress?.ToString() ?? "", string.Join(" · ", parts.OfType<string>()).Replace("Edg", "Edge", StringComparison.Ordinal));

        bool Says(string word) => agent.Contains(word, StringComparison.Ordinal);
    }
}

using Shuren.Schools.Model;

namespace Shuren.Schools.HandOverPupils;

/// <summary>Addresses of the hand-over, relative to the district's.</summary>
internal static class HandOverLinks
{
    public const string HandOvers = "schools/hand-overs";

    public static string Open(Guid school) => $"{HandOvers}/open?school={school:N}";

    /// <summary>The sending side.</summary>
    public static string HandOver(Guid id, HandOverState? state = null) => $"{HandOvers}/{id:N}" + (state is { } only ? $"?state={only}" : "");

    /// <summary>The receiving side.</summary>
    public static string Receive(Guid id, Guid school) => $"{HandOvers}/{id:N}/receive/{school:N}";
}

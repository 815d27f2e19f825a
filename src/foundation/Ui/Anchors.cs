using Microsoft.AspNetCore.Components;

namespace Shuren.Ui;

/// <summary>Links to a place on the page at hand.</summary>
public static class Anchors
{
    /// <summary>
    /// The page's own path with <paramref name="id"/> as fragment. A bare <c>#id</c> would lead to the district's home page,
    /// because pages carry a base element.
    /// </summary>
    public static string Here(this NavigationManager navigation, string id)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri);
        var end = path.IndexOf('#', StringComparison.Ordinal);
        return (end < 0 ? path : path[..end]) + "#" + id;
    }

    /// <summary>The page's path relative to the base, without query and fragment: <c>tasks/0197</c>.</summary>
    internal static string Path(this NavigationManager navigation)
    {
        var path = navigation.ToBaseRelativePath(navigation.Uri);
        var end = path.IndexOfAny(['?', '#']);
        return (end < 0 ? path : path[..end]).TrimEnd('/');
    }
}

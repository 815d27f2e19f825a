namespace Shuren.Browser.Tests.EveryPage;

/// <summary>Who looks at a page, and how.</summary>
/// <param name="By">The class of tests that looks; each has visitors of its own.</param>
/// <param name="Role">The reader's role; null for somebody who is not signed in.</param>
/// <param name="Screen">What the reader sits at.</param>
/// <param name="Language">The language of the page.</param>
internal sealed record Look(Type By, string? Role, Screen Screen, string Language = Look.Chinese)
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>For messages and names of pictures.</summary>
    public string Name => $"{Role ?? "nobody"}-{Screen.Name}{(Language == English ? "-en" : "")}";
}

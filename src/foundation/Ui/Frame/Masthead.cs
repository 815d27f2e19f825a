namespace Shuren.Ui;

/// <summary>What stands in the top bar of the staff's pages. Links are relative to the base.</summary>
/// <param name="Unit">Whose pages these are: 青禾县教育局.</param>
/// <param name="HomeHref">Where the mark leads.</param>
public sealed record Masthead(string Unit, string HomeHref = ".")
{
    /// <summary>The year at work, such as 2026年度; absent where there is nothing to choose.</summary>
    public PageLink? Year { get; init; }

    /// <summary>The page that answers a search by its query field q; without it there is no search.</summary>
    public string? SearchHref { get; init; }

    /// <summary>What may be searched for, as the search field's placeholder.</summary>
    public string? SearchHint { get; init; }

    /// <summary>Help and the like; not shown on phones.</summary>
    public IReadOnlyList<PageLink> Tools { get; init; } = [];

    /// <summary>A sentence above every page, such as that nothing can be changed here; absent where all is as usual.</summary>
    public string? Warning { get; init; }

    /// <summary>The signed-in person, leading to the account page.</summary>
    public PageLink? Person { get; init; }
}

/// <summary>A link with its words.</summary>
/// <param name="Label">The words.</param>
/// <param name="Href">The path relative to the base; null where the words only stand there.</param>
public sealed record PageLink(string Label, string? Href);

/// <summary>What stands around citizens' pages and the sign-in page.</summary>
/// <param name="Unit">Whose pages these are.</param>
/// <param name="HomeHref">Where the name leads.</param>
public sealed record PublicFrame(string Unit, string HomeHref = ".")
{
    /// <inheritdoc cref="Masthead.Warning"/>
    public string? Warning { get; init; }

    /// <summary>The public sections.</summary>
    public IReadOnlyList<MenuEntry> Sections { get; init; } = [];

    /// <summary>The page that lists the sections on phones.</summary>
    public string? MenuHref { get; init; }

    /// <summary>The foot: who runs the pages, telephone, accessibility, sign-in.</summary>
    public IReadOnlyList<PageLink> Foot { get; init; } = [];
}

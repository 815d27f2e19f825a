namespace Shuren.Ui;

/// <summary>What a person may go to. The host puts it together from the rooms; an entry without a right is absent, not greyed.</summary>
/// <param name="Groups">The side menu's groups, in order.</param>
/// <param name="PhoneBar">Up to four entries with icons for the bottom bar of phones.</param>
public sealed record Menu(IReadOnlyList<MenuGroup> Groups, IReadOnlyList<MenuEntry> PhoneBar)
{
    /// <summary>The entry that the page at <paramref name="path"/> belongs to: of those that hold it, the one with the longest path.</summary>
    /// <param name="entries">The entries of the side menu or of the phone bar.</param>
    /// <param name="path">The page's path relative to the base, without query.</param>
    public static MenuEntry? CurrentOf(IEnumerable<MenuEntry> entries, string path) =>
        entries.Where(entry => entry.HeldBy(path) >= 0).MaxBy(entry => entry.HeldBy(path));
}

/// <summary>A group of the side menu.</summary>
/// <param name="Title">The group's name.</param>
/// <param name="Entries">Its entries, in order.</param>
/// <param name="IsLoop">True for the year's loop, whose entries hang on one line.</param>
public sealed record MenuGroup(string Title, IReadOnlyList<MenuEntry> Entries, bool IsLoop = false);

/// <summary>One place to go.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Href">Its path relative to the base; every page below it marks this entry as current.</param>
/// <param name="Icon">The symbol in the phone bar.</param>
/// <param name="Count">How many wait there; 0 draws nothing.</param>
public sealed record MenuEntry(string Label, string Href, string? Icon = null, int Count = 0)
{
    /// <summary>True draws the count red.</summary>
    public bool Urgent { get; init; }

    /// <summary>What is counted, read aloud before the number.</summary>
    public string? CountWords { get; init; }

    /// <summary>Other paths whose pages belong to this entry: <c>tasks</c> for <c>plans</c>.</summary>
    public IReadOnlyList<string> AlsoHolds { get; init; } = [];

    /// <summary>How many characters of the path this entry covers; −1 when the page is not below it.</summary>
    internal int HeldBy(string path) => AlsoHolds.Append(Href).Max(held => Covers(held, path) ? held.Length : -1);

    private static bool Covers(string held, string path) =>
        path == held || (held.Length > 0 && path.StartsWith(held + "/", StringComparison.Ordinal));
}

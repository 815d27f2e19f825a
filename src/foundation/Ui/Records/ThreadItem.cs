namespace Shuren.Ui;

/// <summary>One knot of the thread: something this thing came from, itself, or what becomes of it.</summary>
/// <param name="Kind">What it is: 条款, 任务, 整改.</param>
/// <param name="When">When: 2月12日, 限6月30日, 未生成.</param>
/// <param name="Title">Its name.</param>
public sealed record ThreadItem(string Kind, string When, string Title)
{
    /// <summary>Its page, relative to the base.</summary>
    public string? Href { get; init; }

    /// <summary>The words of a published document; set in Song type.</summary>
    public string? Quote { get; init; }

    /// <summary>A remark under it.</summary>
    public string? Note { get; init; }

    /// <summary>Its state in one word.</summary>
    public string? Tag { get; init; }

    /// <summary>The tag's colour.</summary>
    public Tone TagTone { get; init; }

    /// <summary>Where it stands to the page at hand.</summary>
    public ThreadPlace Place { get; init; }
}

/// <summary>How a knot is drawn.</summary>
public enum ThreadPlace
{
    /// <summary>It exists: a ring.</summary>
    Known,

    /// <summary>It is this page: a filled ring.</summary>
    Here,

    /// <summary>It is still to come: a dashed ring.</summary>
    Ahead,
}

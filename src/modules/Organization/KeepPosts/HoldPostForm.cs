namespace Shuren.Organization.KeepPosts;

/// <summary>What is typed to put somebody on a post.</summary>
public sealed class HoldPostForm
{
    /// <summary>The post.</summary>
    public string? Title { get; set; }

    /// <summary>Who.</summary>
    public Guid? Account { get; set; }

    /// <summary>holder or stand-in.</summary>
    public string? How { get; set; }

    /// <summary>The first day.</summary>
    public DateOnly? Since { get; set; }

    /// <summary>The last day.</summary>
    public DateOnly? Last { get; set; }

    /// <summary>Why.</summary>
    public string? Why { get; set; }
}

/// <summary>Which holding or link ends.</summary>
public sealed class EndSpanForm
{
    /// <summary>The holding or link.</summary>
    public Guid? Id { get; set; }
}

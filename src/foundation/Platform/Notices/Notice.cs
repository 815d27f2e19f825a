using Shuren.Platform.Processes;

namespace Shuren.Platform.Notices;

/// <summary>Something that a person is told. Kept as words to be said in the reader's language; the same is never told twice a day.</summary>
public sealed class Notice : IMachinery
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid AccountId { get; init; }

    /// <summary>Name of its <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The thing it is about, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string Subject { get; init; }

    /// <summary>The local day: with person, kind and subject it makes the notice unique.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What happened: a kept <see cref="Sentence"/>.</summary>
    public required string Title { get; init; }

    /// <summary>One line more, or empty.</summary>
    public required string Why { get; init; }

    /// <summary>Where to see it, relative to the district's address.</summary>
    public required string Href { get; init; }
    public required DateTime At { get; init; }

    /// <summary>True where the person does not want this kind in the list; the row still keeps it from being told twice.</summary>
    public required bool Hidden { get; init; }
    public DateTime? ReadAt { get; set; }
}

/// <summary>How a notice leaves the house.</summary>
public enum NoticeChannel
{
    /// <summary>系统内.</summary>
    InApp,

    /// <summary>邮件.</summary>
    Email,

    /// <summary>Webhook: another program of the bureau.</summary>
    Webhook,
}

/// <summary>One notice on its way out of the house: by e-mail or webhook. Sent by a job, which tries again and shows what failed.</summary>
public sealed class NoticeDelivery : IMachinery
{
    /// <summary>Also the Message-ID of the e-mail and the id in the webhook, so that a receiver knows a repetition.</summary>
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid NoticeId { get; init; }
    public required Guid AccountId { get; init; }
    public required NoticeChannel Channel { get; init; }

    /// <summary>True where it waits for the daily digest.</summary>
    public required bool InDigest { get; init; }
    public DateTime? SentAt { get; private set; }

    /// <summary>Why it was given up: a kept <see cref="Sentence"/>.</summary>
    public string? Failure { get; private set; }
}

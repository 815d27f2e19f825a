namespace Shuren.Platform.Files;

/// <summary>A file as people know it: a name and who brought it. The bytes lie in the store under their hash.</summary>
public sealed class StoredFile
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the content in lower-case hex: its address in the store.</summary>
    public required string Hash { get; init; }

    /// <summary>The name it came with, without folders.</summary>
    public required string Name { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>What the content is, with the charset of a text; null for a file from before types were told.</summary>
    public string? MediaType { get; init; }

    /// <summary>The thing it belongs to, as a printed <see cref="Kernel.Ref"/>.</summary>
    public required string Owner { get; init; }

    public required string AddedBy { get; init; }
    public required DateTime At { get; init; }
}

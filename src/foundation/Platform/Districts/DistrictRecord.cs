namespace Shuren.Platform.Districts;

/// <summary>The one row by which a namespace says whose it is.</summary>
public sealed class DistrictRecord
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required DateTime CreatedAt { get; init; }
}

namespace Shuren.Schools.Model;

/// <summary>A teacher who led a class and does so no more (前任班主任). Who leads it now stands in the class, with the day since when.</summary>
internal sealed class FormerHead
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid ClassId { get; init; }
    public required Guid TeacherId { get; init; }
    public required DateOnly Since { get; init; }

    /// <summary>The first day on which somebody else led it, or nobody.</summary>
    public required DateOnly Until { get; init; }
}

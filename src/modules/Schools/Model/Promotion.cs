namespace Shuren.Schools.Model;

/// <summary>The yearly promotion (升级) of the whole district in one step. What it did can be undone while nothing was built on it.</summary>
internal sealed class Promotion
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>The year in which the school year that ended had begun.</summary>
    public required int FromYear { get; init; }

    /// <summary>The first day of the new school year.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Pupils who went on to the next grade.</summary>
    public required int Promoted { get; init; }

    /// <summary>Pupils who finished the last grade of their school.</summary>
    public required int Graduated { get; init; }

    /// <summary>Pupils who are on the roll and not taught: they keep their grade.</summary>
    public required int Carried { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }

    /// <summary>When it was taken back; null while it holds.</summary>
    public DateTime? UndoneAt { get; private set; }

    /// <summary>Takes it back.</summary>
    public void Undo(DateTime at) => UndoneAt ??= at;
}

namespace Shuren.Schools.MovePupil;

/// <summary>What is typed to move a pupil on the roll.</summary>
public sealed class MoveForm
{
    /// <summary>What happens.</summary>
    public string? Act { get; set; }

    /// <summary>The first day on which it holds.</summary>
    public DateOnly? On { get; set; }

    /// <summary>The other school.</summary>
    public Guid? School { get; set; }

    /// <summary>Where to, outside of the district.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>The reason or the document.</summary>
    public string? Why { get; set; }
}

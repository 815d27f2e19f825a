namespace Shuren.Planning.Model;

/// <summary>That an indicator measures a target: somebody has confirmed it. From then on the target's value comes from the indicator; what is reported is kept beside it.</summary>
internal sealed class TargetBinding
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid TargetId { get; init; }

    /// <summary>The indicator's code.</summary>
    public required string Indicator { get; set; }

    /// <summary>The unit whose value it is; null for the district.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Who confirmed it as it stands.</summary>
    public required string By { get; set; }
    public required DateTime At { get; set; }
}

namespace Shuren.Planning.Model;

/// <summary>How far a plan has come. Each step is a row with who and when; the state follows from the rows.</summary>
internal enum PlanState
{
    /// <summary>草稿.</summary>
    Draft,

    /// <summary>会签中: sent to the leads.</summary>
    Countersigning,

    /// <summary>待审批: all leads have countersigned.</summary>
    Countersigned,

    /// <summary>已批准: by the director.</summary>
    Approved,

    /// <summary>执行中: published.</summary>
    Published,

    /// <summary>已办结.</summary>
    Closed,
}

/// <summary>The kinds of step in a plan's life.</summary>
internal enum PlanStepKind
{
    /// <summary>送会签.</summary>
    Circulation,

    /// <summary>会签: one lead agrees.</summary>
    Countersignature,

    /// <summary>退回: a lead or the director sends it back to draft.</summary>
    Return,

    /// <summary>批准.</summary>
    Approval,

    /// <summary>发布.</summary>
    Publication,

    /// <summary>办结.</summary>
    Closure,
}

/// <summary>
/// How far a plan has come, read from its steps. A step that does not follow from what went before (two people acted at the
/// same moment) changes nothing, so the rows can be written without locking anybody out.
/// </summary>
/// <param name="State">The state.</param>
/// <param name="Signed">The units that have countersigned since it was last sent out.</param>
/// <param name="Returned">The step that sent it back to draft, while it is still there; null otherwise.</param>
internal sealed record PlanLife(PlanState State, IReadOnlySet<Guid> Signed, PlanStep? Returned)
{
    /// <summary>Whether everybody may see it; it stays so when the plan is closed.</summary>
    public bool IsPublished => State is PlanState.Published or PlanState.Closed;

    /// <summary>Whether it is out of the hands of those who draft it and not yet in force.</summary>
    public bool IsCirculating => State is PlanState.Countersigning or PlanState.Countersigned or PlanState.Approved;

    /// <param name="steps">The steps of one plan, in any order.</param>
    /// <param name="leads">The units that lead tasks of it now: so many countersign. A lead that changes later does not undo an approval.</param>
    public static PlanLife Of(IEnumerable<PlanStep> steps, IReadOnlyCollection<Guid> leads)
    {
        var life = new PlanLife(PlanState.Draft, new HashSet<Guid>(), null);
        foreach (var step in steps.OrderBy(step => step.At).ThenBy(step => step.Id))
            life = life.After(step);
        return life.State == PlanState.Countersigning && leads.All(life.Signed.Contains) ? life with { State = PlanState.Countersigned } : life;
    }

    /// <inheritdoc cref="Of"/>
    public static PlanState StateOf(IEnumerable<PlanStep> steps, IReadOnlyCollection<Guid> leads) => Of(steps, leads).State;

    private PlanLife After(PlanStep step) => (step.Kind, State) switch
    {
        (PlanStepKind.Circulation, PlanState.Draft) => new(PlanState.Countersigning, new HashSet<Guid>(), null),
        (PlanStepKind.Countersignature, PlanState.Countersigning) when step.UnitId is { } unit => this with { Signed = Signed.Append(unit).ToHashSet() },
        (PlanStepKind.Return, PlanState.Countersigning or PlanState.Approved) => new(PlanState.Draft, new HashSet<Guid>(), step),
        (PlanStepKind.Approval, PlanState.Countersigning) => this with { State = PlanState.Approved },
        (PlanStepKind.Publication, PlanState.Approved) => this with { State = PlanState.Published },
        (PlanStepKind.Closure, PlanState.Published) => this with { State = PlanState.Closed },
        _ => this,
    };
}

/// <summary>One step of a plan's life.</summary>
internal sealed class PlanStep
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required PlanStepKind Kind { get; init; }

    /// <summary>The unit that countersigned or returned; null where the bureau itself acts.</summary>
    public Guid? UnitId { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
    public string Remark { get; init; } = "";
}

/// <summary>What became of a task that was still open when its plan was closed.</summary>
internal enum TaskEnding
{
    /// <summary>转入下一年度.</summary>
    CarriedOver,

    /// <summary>不再实施.</summary>
    Cancelled,
}

/// <summary>A change of wording, date or lead after publication: why, and what stood there before.</summary>
internal sealed class Amendment
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PlanId { get; init; }
    public required Guid TaskId { get; init; }

    /// <summary>title, text, lead, accountable, support, due, target, milestone; ending for what became of a task that was still open when the plan was closed.</summary>
    public required string Field { get; init; }
    public required string Before { get; init; }
    public required string After { get; init; }
    public required string Reason { get; init; }
    public required string By { get; init; }
    public required DateTime At { get; init; }
}

using Shuren.Kernel;

namespace Shuren.Contracts.Planning;

/// <summary>A plan went out to be countersigned by the units that lead its tasks.</summary>
/// <param name="Plan">The plan.</param>
public sealed record PlanSentOut(Guid Plan) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "planning.plan-sent-out";
}

/// <summary>A plan was published: its tasks run from now on.</summary>
/// <param name="Plan">The plan.</param>
public sealed record PlanPublished(Guid Plan) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "planning.plan-published";
}

/// <summary>A task of a running plan got another lead.</summary>
/// <param name="Task">The task.</param>
/// <param name="Unit">The new lead.</param>
public sealed record TaskAssigned(Guid Task, Guid Unit) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "planning.task-assigned";
}

/// <summary>The lead gave its word on a progress report.</summary>
/// <param name="Report">The report.</param>
/// <param name="Accepted">True where it counts, false where it went back.</param>
public sealed record ReportJudged(Guid Report, bool Accepted) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "planning.report-judged";
}

/// <summary>A step of the dispatch ladder was taken for a late task.</summary>
/// <param name="Step">The step.</param>
public sealed record DispatchStepTaken(Guid Step) : IEvent
{
    /// <inheritdoc/>
    public static string Name => "planning.dispatch-step-taken";
}

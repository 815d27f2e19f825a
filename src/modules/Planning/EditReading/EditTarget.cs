using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;
using Shuren.PlanText;

namespace Shuren.Planning.EditReading;

/// <summary>What is typed to change or add a target.</summary>
public sealed class TargetForm
{
    /// <summary>What is measured.</summary>
    public string? Indicator { get; set; }

    /// <summary>Name of the <see cref="TargetKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>The number; empty for a direction.</summary>
    public double? Value { get; set; }

    /// <summary>The upper end of a range.</summary>
    public double? UpperValue { get; set; }

    /// <summary>个, % and so on.</summary>
    public string? Unit { get; set; }

    /// <summary>By when, in words.</summary>
    public string? Deadline { get; set; }

    /// <summary>Last year's value.</summary>
    public double? Baseline { get; set; }

    /// <summary>The task on which it hangs; none for a number that stands alone in its section.</summary>
    public Guid? Task { get; set; }
}

/// <summary>Changes a target, or adds one to a task (without an id).</summary>
internal sealed class EditTarget(OpenReading reading) : IHandler
{
    public async Task<Outcome<Guid>> RunAsync(Guid plan, Guid? targetId, Guid? taskId, TargetForm form, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (Refuse(form, out var kind) is { } refusal)
            return refusal;
        var target = targetId is { } id ? open.Value.Target(id) : taskId is { } task && open.Value.Task(task) is not null ? Add(open.Value, task, form) : null;
        if (target is null)
            return new Refusal("TargetUnknown");
        if (form.Task is { } hangsOn && open.Value.Task(hangsOn) is null)
            return new Refusal("TaskUnknown", nameof(TargetForm.Task));
        (target.Indicator, target.Kind, target.Value, target.UpperValue) = (form.Indicator!.Trim(), kind, form.Value, kind == TargetKind.Range ? form.UpperValue : null); // checked above
        (target.Unit, target.Deadline, target.Baseline) = (form.Unit?.Trim() ?? "", string.IsNullOrWhiteSpace(form.Deadline) ? null : form.Deadline.Trim(), form.Baseline);
        if (targetId is not null)
            target.TaskId = form.Task;
        target.Comparator = ComparatorOf(kind, target.Comparator);
        var saved = await reading.SaveAsync(open.Value, targetId is null ? "planning.add-target" : "planning.edit-target", new Ref("planning", "target", target.Id), ct);
        return saved.Succeeded ? target.Id : saved.Refusals.ToList();
    }

    private static Refusal? Refuse(TargetForm form, out TargetKind kind)
    {
        kind = default;
        if (form.Indicator?.Trim().Length is null or 0 or > 80)
            return new("TargetIndicatorForm", nameof(TargetForm.Indicator), 80);
        if (!Enum.TryParse(form.Kind, out kind) || !Enum.IsDefined(kind))
            return new("TargetKindForm", nameof(TargetForm.Kind));
        if (form.Value is null && kind is not (TargetKind.Direction or TargetKind.Date))
            return new("TargetValueForm", nameof(TargetForm.Value));
        return kind == TargetKind.Range && !(form.UpperValue > form.Value) ? new("TargetUpperForm", nameof(TargetForm.UpperValue)) : null;
    }

    private static Target Add(OpenPlan plan, Guid task, TargetForm form)
    {
        var target = new Target
        {
            PlanId = plan.Plan.Id, TaskId = task, Position = plan.Targets.Count == 0 ? 0 : plan.Targets.Max(other => other.Position) + 1, Indicator = form.Indicator!, Kind = default, Unit = "", // checked by the caller
            Status = TargetStatus.Target, Quote = "",
        };
        plan.Add(target);
        return target;
    }

    private static string? ComparatorOf(TargetKind kind, string? standing) => kind switch
    {
        TargetKind.Floor => ">=",
        TargetKind.Ceiling => "<=",
        TargetKind.Exact or TargetKind.Count => "=",
        TargetKind.Range => "range",
        TargetKind.Increase => "increase",
        TargetKind.Decrease => "decrease",
        TargetKind.Reach or TargetKind.Rank or TargetKind.Direction or TargetKind.Date => standing,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}

/// <summary>Says that a number is no target, or takes that back.</summary>
internal sealed class DropTarget(OpenReading reading, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid plan, Guid targetId, bool drop, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (open.Value.Target(targetId) is not { } target)
            return new Refusal("TargetUnknown");
        if (drop != (target.DroppedAt is not null))
            target.DroppedAt = drop ? time.GetUtcNow().UtcDateTime : null;
        return await reading.SaveAsync(open.Value, drop ? "planning.drop-target" : "planning.restore-target", new Ref("planning", "target", targetId), ct);
    }
}

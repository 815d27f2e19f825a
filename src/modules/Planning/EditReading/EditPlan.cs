using Shuren.Kernel;
using Shuren.Platform;

namespace Shuren.Planning.EditReading;

/// <summary>What is typed about the plan itself.</summary>
public sealed class PlanForm
{
    /// <summary>Its title.</summary>
    public string? Title { get; set; }

    /// <summary>The bureau that speaks.</summary>
    public string? Bureau { get; set; }

    /// <summary>The first year.</summary>
    public int Year { get; set; }

    /// <summary>The last year; the first one for a plan of one year.</summary>
    public int EndYear { get; set; }

    /// <summary>发文字号.</summary>
    public string? DocumentNumber { get; set; }
}

/// <summary>Corrects title, bureau, years and number of the document.</summary>
internal sealed class EditPlan(OpenReading reading) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid planId, PlanForm form, CancellationToken ct)
    {
        var open = await reading.RunAsync(planId, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (form.Title?.Trim().Length is null or 0 or > 200)
            return new Refusal("PlanTitleForm", nameof(PlanForm.Title), 200);
        if (form.Year is < 2000 or > 2100)
            return new Refusal("PlanYearForm", nameof(PlanForm.Year));
        if (form.EndYear < form.Year || form.EndYear > form.Year + 15)
            return new Refusal("PlanEndYearForm", nameof(PlanForm.EndYear));
        var plan = open.Value.Plan;
        (plan.Title, plan.Bureau, plan.Year, plan.EndYear) = (form.Title.Trim(), form.Bureau?.Trim() ?? "", form.Year, form.EndYear);
        plan.DocumentNumber = string.IsNullOrWhiteSpace(form.DocumentNumber) ? null : form.DocumentNumber.Trim();
        return await reading.SaveAsync(open.Value, "planning.edit-plan", null, ct);
    }
}

/// <summary>Says that the whole reading stands. What is assigned now counts as set by a person.</summary>
internal sealed class FinishReview(OpenReading reading, TimeProvider time) : IHandler
{
    public async Task<Outcome<Done>> RunAsync(Guid planId, CancellationToken ct)
    {
        var open = await reading.RunAsync(planId, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        var now = time.GetUtcNow().UtcDateTime;
        open.Value.Plan.ReviewedAt ??= now;
        foreach (var task in open.Value.Tasks.Where(task => task.DroppedAt is null))
        {
            task.AcceptedAt ??= now;
            task.LeadIsSet |= task.LeadUnitId is not null;
            task.DueIsSet |= task.DueOn is not null;
        }
        return await reading.SaveAsync(open.Value, "planning.finish-review", null, ct);
    }
}

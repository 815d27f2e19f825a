using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewTargets;
using Shuren.Platform;
using Shuren.Platform.Districts;
using Shuren.PlanText;

namespace Shuren.Planning.ComparePlans;

/// <summary>Who aims at what: the targets of several plans in one table by subject.</summary>
internal sealed class CompareTargets(PlanningDb planning, PlanScope scope, DistrictDirectory districts, CurrentDistrict current) : IHandler
{
    /// <summary>So many other districts are asked; each is a database of its own.</summary>
    private const int MaxDistricts = 40;

    /// <summary>A plan that is compared.</summary>
    /// <param name="Id">The plan; unique in the installation.</param>
    /// <param name="Label">Whose it is.</param>
    /// <param name="Title">Its title.</param>
    /// <param name="Href">Where it opens: relative for this district, absolute path for another's public page.</param>
    public sealed record Column(Guid Id, string Label, string Title, string Href);

    /// <summary>A target in its cell.</summary>
    public sealed record Cell(Guid Plan, Guid Id, string Goal, string Indicator, string Quote, string Unit, string Href);

    /// <summary>A subject with each plan's targets; null for what fits no subject.</summary>
    public sealed record Row(Subject? Subject, ILookup<Guid, Cell> Cells);

    /// <summary>What the page shows and the export writes.</summary>
    /// <param name="Year">The year that was asked for; null for the latest plans of each place, whatever their years.</param>
    /// <param name="Years">The years for which there are plans, the latest first.</param>
    /// <param name="Plans">The columns.</param>
    /// <param name="Rows">The subjects of which at least one plan speaks.</param>
    /// <param name="Others">What fits no subject.</param>
    public sealed record View(int? Year, IReadOnlyList<int> Years, IReadOnlyList<Column> Plans, IReadOnlyList<Row> Rows, IReadOnlyList<Cell> Others);

    /// <param name="year">The year; null for each place's latest plans, so that documents of different years stand side by side.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<View> RunAsync(int? year, CancellationToken ct)
    {
        var own = scope.Plans().AsNoTracking().Where(plan => plan.Kind != PlanKind.Superior && plan.ReviewedAt != null);
        var found = await ReadAsync(planning, own, publicOnly: false, card: null, ct);
        foreach (var card in (await districts.ListAsync(ct)).Where(card => card.Code != current.Code).Take(MaxDistricts))
            found.AddRange(await PublishedByAsync(card, ct));
        List<int> years = [.. found.SelectMany(plan => Enumerable.Range(plan.Plan.Year, plan.Plan.EndYear - plan.Plan.Year + 1)).Distinct().OrderDescending()];
        var shown = year is { } asked && years.Contains(asked) ? year : null;
        var compared = shown is { } one ? found.FindAll(plan => plan.Plan.Year <= one && plan.Plan.EndYear >= one) : LatestOf(found);
        var cells = compared.SelectMany(plan => plan.Cells).ToList();
        var bySubject = cells.ToLookup(cell => Subject.Of(cell.Indicator + cell.Quote, cell.Unit));
        return new(shown, years, Named(compared),
            [.. Subject.All.Where(bySubject.Contains).Select(subject => new Row(subject, bySubject[subject].ToLookup(cell => cell.Plan)))], [.. bySubject[null]]);
    }

    /// <summary>Of each place the plans of its last year; a plan of several years stands beside that of its first.</summary>
    private static List<Compared> LatestOf(List<Compared> plans) =>
        [.. plans.GroupBy(plan => plan.Column.Label).SelectMany(place => place.Where(plan => plan.Plan.Year == place.Max(other => other.Plan.Year)))];

    // Two plans of one bureau are told apart by their titles, plans of different years by these.
    private static List<Column> Named(List<Compared> plans)
    {
        var twice = plans.CountBy(plan => plan.Column.Label).Where(label => label.Value > 1).Select(label => label.Key).ToHashSet();
        var mixed = plans.Select(plan => plan.Plan.Year).Distinct().Count() > 1;
        return [.. plans.Select(plan => twice.Contains(plan.Column.Label) ? plan.Column with { Label = plan.Column.Title } : mixed ? plan.Column with { Label = ViewText.PlaceAndYear.Filled(plan.Column.Label, plan.Plan.Year) } : plan.Column)];
    }

    // Another district's rows: only published plans, only what its bureau shows to everybody.
    private async Task<List<Compared>> PublishedByAsync(DistrictCard card, CancellationToken ct)
    {
        await using var there = districts.Enter(card, "compare");
        var other = there.ServiceProvider.GetRequiredService<PlanningDb>();
        var published = other.Plans.AsNoTracking().Where(plan => plan.Kind == PlanKind.Own && plan.ReviewedAt != null
            && other.Steps.Any(step => step.PlanId == plan.Id && step.Kind == PlanStepKind.Publication));
        return await ReadAsync(other, published, publicOnly: true, card, ct);
    }

    private static async Task<List<Compared>> ReadAsync(PlanningDb db, IQueryable<WorkPlan> plans, bool publicOnly, DistrictCard? card, CancellationToken ct)
    {
        var rows = await plans.OrderBy(plan => plan.Kind).ThenByDescending(plan => plan.Year).ThenBy(plan => plan.Id).Select(plan => new { plan.Id, plan.Title, plan.District, plan.Bureau, plan.Year, plan.EndYear }).ToListAsync(ct);
        var ids = rows.Select(plan => plan.Id).ToArray();
        var targets = await db.Targets.AsNoTracking().Where(target => ids.Contains(target.PlanId) && target.DroppedAt == null && target.Status == TargetStatus.Target
                && (target.TaskId == null ? !publicOnly : db.Tasks.Any(task => task.Id == target.TaskId && task.DroppedAt == null && (!publicOnly || task.IsPublic))))
            .OrderBy(target => target.Position).ThenBy(target => target.Id)
            .Select(target => new { target.Id, target.PlanId, target.TaskId, target.Indicator, target.Kind, target.Comparator, target.Value, target.UpperValue, target.Unit, target.Quote }).ToListAsync(ct);
        var byPlan = targets.ToLookup(target => target.PlanId);
        return
        [
            .. rows.Select(plan =>
            {
                var page = card is null ? PlanningLinks.Plan(plan.Id) : $"/{card.Code}/{PlanningLinks.PublicPlan(plan.Id)}";
                return new Compared(new(plan.Year, plan.EndYear), new(plan.Id, card?.Name ?? plan.District ?? (plan.Bureau.Length > 0 ? plan.Bureau : plan.Title), plan.Title, page),
                [
                    .. byPlan[plan.Id].Select(target => new Cell(plan.Id, target.Id, TargetWords.Goal(target.Kind, target.Comparator, target.Value, target.UpperValue, target.Unit, target.Quote),
                        target.Indicator, target.Quote, target.Unit, card is null && target.TaskId is { } task ? PlanningLinks.Task(task) : page)),
                ]);
            }),
        ];
    }

    private sealed record Span(int Year, int EndYear);

    private sealed record Compared(Span Plan, Column Column, IReadOnlyList<Cell> Cells);
}

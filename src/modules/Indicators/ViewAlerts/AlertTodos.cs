using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Ui;

namespace Shuren.Indicators.ViewAlerts;

/// <summary>Alerts that fire and that nobody has silenced: one to-do a group for the people of the section that answers, one for the people of the school. Whoever holds a role at the whole bureau has them only where no section answers.</summary>
internal sealed class AlertTodos(ReadAlerts alerts, AlertBook book, IUnitDirectory units) : ITodoSource
{
    public string? SeenWith => IndicatorsRights.View;

    public async Task<IReadOnlyList<Todo>> ForAsync(Actor actor, DateOnly today, CancellationToken ct)
    {
        if (!actor.IsSignedIn || !actor.Can(IndicatorsRights.View))
            return [];
        var loud = (await alerts.FiringAsync(ct)).Where(line => line is { IsLoud: true, Rule: not null, Pack: not null }).ToList();
        if (loud.Count == 0)
            return [];
        var all = await units.AllAsync(ct);
        var bureau = all.First(unit => unit.Kind == UnitKind.Bureau).Id; // every district has its bureau
        var own = loud.Where(line => actor.Units.Contains(line.Alert.UnitId) && line.Alert.UnitId != bureau).GroupBy(line => line.Alert.UnitId)
            .Select(group => Of([.. group], group.First().UnitName, IndicatorsLinks.AlertsAt(group.Key), today));
        var owned = loud.Where(line => book.OwnerOf(line.Pack!, all) is { } owner ? actor.Units.Contains(owner.Id) : actor.Units.Contains(bureau) && actor.Roles.Contains(Roles.Office)) // asked above
            .GroupBy(line => (line.Alert.Rule, Group: TellOfAlerts.GroupOf(line.Rule!, line.Alert, line.Pack!))) // asked above
            .Select(group => Of([.. group], group.First().Pack!.Title.ToString(), IndicatorsLinks.AlertsOf(group.Key.Rule, group.First().Pack!.Id), today)); // asked above
        return [.. own, .. owned];
    }

    private static Todo Of(List<AlertLine> lines, string of, string href, DateOnly today)
    {
        var first = lines.MinBy(line => line.Alert.FiredOn)!; // there is one
        return new(AlertText.TodoAlerts.Filled(of), AlertText.TodoAlertsWhy.Filled(Wording.Listed([.. lines.Select(line => line.Rule!.Name.ToString()).Distinct()]), lines.Count, Wording.Day(first.Alert.FiredOn!.Value, today)), // firing ones have a rule and a day
            null, IndicatorsText.Indicators, AlertText.Look, href, AlertRefs.Alert(first.Alert.Id));
    }
}

using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Indicators.ViewAlerts;
using Shuren.Indicators.WatchReadings;
using Shuren.Kernel;
using Shuren.Platform.Thread;

namespace Shuren.Indicators.Answers;

/// <summary>Alerts for the rooms above, in words.</summary>
internal sealed class AlertDirectory(ReadAlerts read, AlertBook book, IUnitDirectory units, TimeProvider time) : IAlertDirectory
{
    public async Task<IReadOnlyDictionary<Guid, AlertCard>> FindAsync(IReadOnlyCollection<Guid> alerts, CancellationToken ct)
    {
        var found = new Dictionary<Guid, AlertCard>();
        var all = await units.AllAsync(ct);
        foreach (var line in await read.ManyAsync(alerts, ct))
            found[line.Alert.Id] = new(line.Alert.Id, TitleOf(line), WordsOf(line), line.Alert.UnitId, line.Pack is { } pack ? book.OwnerOf(pack, all)?.Id : null, line.Alert.State == AlertState.Firing, IndicatorsLinks.Alert(line.Alert.Id));
        return found;
    }

    public static string TitleOf(AlertLine line) => AlertText.AlertTitle.Filled(line.UnitName, line.About);

    private string WordsOf(AlertLine line)
    {
        var today = time.Today();
        return AlertText.AlertInWords.Filled(line.Rule?.Name, line.UnitName, line.About, AlertWords.Now(line), AlertWords.Against(line, today) is { Length: > 0 } against ? against : IndicatorsText.NoValue, Ui.Wording.FullDay(line.Alert.Since));
    }
}

/// <summary>Names of alerts and indicators for the thread and the audit.</summary>
internal sealed class IndicatorsNames(ReadAlerts alerts, PackBook book) : IThingNames
{
    public string Room => "indicators";

    public async Task<IReadOnlyDictionary<Ref, ThingName>> OfAsync(IReadOnlyCollection<Ref> things, CancellationToken ct)
    {
        var known = book.Indicators.ToDictionary(indicator => IndicatorRefs.Indicator(indicator.Code));
        var names = things.Where(known.ContainsKey).Distinct().ToDictionary(thing => thing, thing => new ThingName(known[thing].Name.ToString(), IndicatorsLinks.Indicator(known[thing].Code)));
        var asked = things.Where(thing => thing.Kind == "alert").Select(thing => thing.Id).ToList();
        if (asked.Count == 0)
            return names;
        foreach (var line in await alerts.ManyAsync(asked, ct))
            names[AlertRefs.Alert(line.Alert.Id)] = new(AlertDirectory.TitleOf(line), IndicatorsLinks.Alert(line.Alert.Id));
        return names;
    }
}

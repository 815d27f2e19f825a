using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Shuren.Contracts.Organization;
using Shuren.Indicators.Model;
using Shuren.Indicators.Packs;
using Shuren.Kernel;
using Shuren.Platform;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;

namespace Shuren.Indicators.WatchReadings;

/// <summary>
/// Tells the section that answers for a pack, and the school that is concerned, of alerts that fire and of which they were not told yet: one notice a group, not one an alert.
/// Silenced ones are told when the silence has ended. Adds without saving.
/// </summary>
internal sealed class TellOfAlerts(IndicatorsDb indicators, AlertBook book, IAccountDirectory accounts, NoticeBoard board) : IHandler
{
    /// <summary>The kind of notice.</summary>
    public const string Kind = "indicators.alerts";

    /// <summary>So many indicators are named; the rest is one link away.</summary>
    private const int MostNamed = 3;

    /// <summary>The people of a section or a school.</summary>
    private static readonly string[] People = [Roles.SectionChief, Roles.SectionStaff, Roles.Principal, Roles.SchoolStaff];

    public async Task RunAsync(IReadOnlyList<Alert> firing, IReadOnlyDictionary<string, AlertDays> days, IReadOnlyList<UnitCard> units, DateOnly day, CancellationToken ct)
    {
        var silences = await Silences.OfAsync(indicators, ct);
        var news = firing.Where(alert => days.TryGetValue(alert.Rule, out var count) && count.Counts(day) && silences.On(alert, day) is null && silences.IsNews(alert, day))
            .Select(alert => (Alert: alert, Rule: book.Find(alert.Rule)!, About: book.About(book.Find(alert.Rule), alert.Subject))).Where(one => one.About is not null).ToList(); // its days were found by the rule
        if (news.Count == 0)
            return;
        foreach (var (alert, _, _) in news)
            alert.ToldOn = day;
        foreach (var group in news.GroupBy(one => (one.Rule.Code, Group: GroupOf(one.Rule, one.Alert, one.About!.Value.Pack)))) // asked above
        {
            var pack = group.First().About!.Value.Pack; // asked above
            await TellAsync(SubjectOf(group.Key.Code, group.Key.Group), pack.Title.Zh, [.. group.Select(one => (one.Alert, NameOf(one.About!.Value)))], IndicatorsLinks.AlertsOf(group.Key.Code, pack.Id), await OwnersAsync(pack, units, ct), ct); // asked above
        }
        foreach (var school in news.Where(one => units.Any(unit => unit.Id == one.Alert.UnitId && Levels.Of(unit.Kind) == Level.School)).GroupBy(one => one.Alert.UnitId))
        {
            var people = await accounts.HoldersAsync([school.Key], People, ct);
            await TellAsync(SubjectOf("", school.Key.ToString("N")), units.First(unit => unit.Id == school.Key).ShortName, [.. school.Select(one => (one.Alert, NameOf(one.About!.Value)))], IndicatorsLinks.AlertsAt(school.Key), [.. people.Select(person => person.Id)], ct); // asked above
        }
    }

    /// <summary>The key of what is told as one.</summary>
    public static string GroupOf(AlertRule rule, Alert alert, Pack pack) => rule.Group switch
    {
        AlertGrouping.Pack => pack.Id,
        AlertGrouping.Indicator => alert.Subject,
        AlertGrouping.Unit => alert.UnitId.ToString("N"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<IReadOnlyList<Guid>> OwnersAsync(Pack pack, IReadOnlyList<UnitCard> units, CancellationToken ct)
    {
        var people = book.OwnerOf(pack, units) is { } owner ? await accounts.HoldersAsync([owner.Id], People, ct) : [];
        if (people.Count == 0)
            people = await accounts.HoldersAsync([units.First(unit => unit.Kind == UnitKind.Bureau).Id], [Roles.Office], ct); // every district has its bureau
        return [.. people.Select(person => person.Id)];
    }

    private Task<int> TellAsync(Ref subject, string of, IReadOnlyList<(Alert Alert, string Name)> alerts, string href, IReadOnlyList<Guid> people, CancellationToken ct)
    {
        var names = alerts.Select(one => one.Name).Distinct().ToList();
        return board.TellAsync(new(Kind, subject, new Sentence("NewsAlerts", of, $"{alerts.Count}", $"{alerts.Select(one => one.Alert.UnitId).Distinct().Count()}"), href,
            new Sentence(names.Count > MostNamed ? "NewsAlertsMore" : "NewsAlertsNames", string.Join("、", names.Take(MostNamed)), $"{names.Count}")), people, ct);
    }

    // Notices keep what is put into their words; names of documents and indicators stand as in the document.
    private static string NameOf((Pack Pack, Indicator? Indicator, FigureItem? Figure) about) => about.Indicator?.Name.Zh ?? about.Figure!.Name.Zh; // one of the two is there

    private static Ref SubjectOf(string rule, string group) => new("indicators", "alertgroup", new(SHA256.HashData(Encoding.UTF8.GetBytes($"{rule} {group}")).AsSpan(0, 16)));
}

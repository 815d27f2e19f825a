using System.Globalization;
using Shuren.Indicators.Packs;
using YamlDotNet.Core;

namespace Shuren.Indicators.WatchReadings;

/// <summary>Reads a file of alert rules. No text makes it throw; what is wrong is told with its place.</summary>
internal sealed class AlertFile
{
    private static readonly string[] Keys =
        ["code", "kind", "zh", "en", "severity", "packs", "indicators", "levels", "binding", "for", "well", "by", "days", "factor", "clear", "due", "holidays", "pause", "group"];

    /// <summary>What a kind cannot do without.</summary>
    private static readonly Dictionary<AlertKind, string[]> Needs = new()
    {
        [AlertKind.Missed] = [], [AlertKind.Worse] = ["by", "days"], [AlertKind.Unreported] = ["due"], [AlertKind.Jump] = ["by", "days", "factor"],
    };

    private readonly PackFaults faults;
    private readonly IReadOnlyList<Pack> packs;

    private AlertFile(string name, IReadOnlyList<Pack> packs) => (faults, this.packs) = (new(name), packs);

    public List<AlertRule> Rules { get; } = [];

    public List<AlertOwner> Owners { get; } = [];

    public IReadOnlyList<PackFault> Faults => faults.All;

    /// <param name="name">The file's name, for faults.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="packs">The packs whose indicators it may name.</param>
    public static AlertFile Read(string name, string yaml, IReadOnlyList<Pack> packs)
    {
        var file = new AlertFile(name, packs);
        if (PackNode.Read(yaml, file.faults, "文件应有“rules:”。", "The file is to have \"rules:\".", "owners", "rules") is { } root)
            file.ReadAll(root);
        return file;
    }

    private void ReadAll(PackNode root)
    {
        foreach (var owner in root.List("owners").Select(node => PackNode.Of(node, faults, "pack", "words")))
        {
            Owners.Add(new(owner.Needed("pack"), Words(owner, "words")));
            Known(owner, "pack", packs.Select(pack => pack.Id));
            owner.Needed("words");
        }
        foreach (var rule in root.List("rules").Select(node => PackNode.Of(node, faults, Keys)))
            ReadRule(rule);
        foreach (var twice in Rules.GroupBy(rule => rule.Code).Where(same => same.Count() > 1))
            faults.Add(Mark.Empty, $"规则代码“{twice.Key}”用了两次。", $"The code \"{twice.Key}\" stands twice.");
    }

    private void ReadRule(PackNode node)
    {
        var kind = node.Choice("kind", AlertKind.Missed);
        node.Needed("kind");
        foreach (var key in Needs[kind])
            node.Needed(key);
        Known(node, "packs", packs.Select(pack => pack.Id));
        Known(node, "indicators", packs.SelectMany(pack => pack.Indicators).Select(indicator => indicator.Code));
        Known(node, "levels", Enum.GetNames<Level>().Select(level => level.ToLowerInvariant()));
        Known(node, "binding", ["yes", "no"]);
        node.Needed("for");
        node.Needed("well");
        Rules.Add(new(node.Needed("code"), kind, node.Words(""), node.Choice("severity", AlertSeverity.Warning), node.Whole("for", 0, 250) ?? 0, node.Whole("well", 1, 250) ?? 1)
        {
            Packs = Words(node, "packs"), Indicators = Words(node, "indicators"), Levels = [.. Words(node, "levels").Select(word => Enum.TryParse<Level>(word, ignoreCase: true, out var level) ? level : Level.District)],
            Binding = node.Optional("binding") == "yes", By = Number(node, "by", 0.01m, 1000), Days = node.Whole("days", 1, 366) ?? 0, Factor = Number(node, "factor", 1, 1000), Clear = Number(node, "clear", 0, 100),
            Due = node.Has("due") ? DayOf(node, "due", node.Optional("due")) : null, Holidays = node.Choice("holidays", InHolidays.Silent), Pause = Pause(node), Group = node.Choice("group", AlertGrouping.Pack),
        });
    }

    private static List<string> Words(PackNode node, string key) => [.. node.Optional(key).Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)];

    private void Known(PackNode node, string key, IEnumerable<string> known)
    {
        var all = known.ToList();
        foreach (var word in Words(node, key).Where(word => !all.Contains(word)))
            faults.Add(node.At(key), $"不认识“{word}”；可用：{string.Join("、", all.Take(12))}。", $"\"{word}\" is not known; there are: {string.Join(", ", all.Take(12))}.");
    }

    private decimal Number(PackNode node, string key, decimal least, decimal most)
    {
        if (node.Optional(key) is not { Length: > 0 } text)
            return 0;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        faults.Add(node.At(key), $"“{key}”应是{least}到{most}的数。", string.Create(CultureInfo.InvariantCulture, $"\"{key}\" is a number from {least} to {most}."));
        return 0;
    }

    private (int, int)? DayOf(PackNode node, string key, string text)
    {
        // In a leap year, so that 29 February is a day.
        if (DateOnly.TryParseExact("2024-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return (day.Month, day.Day);
        faults.Add(node.At(key), $"“{text}”不是一年中的日期，写成 10-31。", $"\"{text}\" is no day of a year; write 10-31.");
        return null;
    }

    private DaysOfYear? Pause(PackNode node) => node.Optional("pause") is not { Length: > 0 } text ? null
        : DayOf(node, "pause", text.Split("..")[0]) is { } first && DayOf(node, "pause", text.Split("..")[^1]) is { } last ? new(first, last) : null;
}

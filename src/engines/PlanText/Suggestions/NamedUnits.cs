namespace Shuren.PlanText.Suggestions;

/// <summary>A unit that the task's own words name.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Words">The words that name it, as printed.</param>
/// <param name="IsLead">牵头, 责任科室 or 负责 stands beside the name.</param>
internal sealed record NamedUnit(UnitProfile Unit, string Words, bool IsLead);

/// <summary>Finds the units that a task names.</summary>
internal static class NamedUnits
{
    private static readonly string[] LeadBefore = ["牵头科室:", "牵头科室：", "责任科室:", "责任科室：", "牵头单位:", "牵头单位：", "责任单位:", "责任单位：", "牵头:", "牵头：", "由"];

    private static readonly string[] LeadBehind = ["牵头", "负责", "主办", "主责"];

    private static readonly string[] SupportBefore = ["配合科室:", "配合科室：", "配合单位:", "配合单位：", "配合:", "配合：", "会同", "协同"];

    internal static IReadOnlyList<NamedUnit> In(string task, IReadOnlyList<UnitProfile> units)
    {
        var found = new List<NamedUnit>();
        foreach (var unit in units)
        {
            var name = unit.ShortNames.Append(unit.Name).Where(known => known.Length > 2).OrderByDescending(known => known.Length)
                .FirstOrDefault(known => task.Contains(known, StringComparison.Ordinal));
            if (name is not null)
                found.Add(Describe(unit, name, task));
        }
        return found;
    }

    private static NamedUnit Describe(UnitProfile unit, string name, string task)
    {
        var at = task.IndexOf(name, StringComparison.Ordinal);
        var behind = task.AsSpan(at + name.Length);
        foreach (var word in LeadBehind)
        {
            if (behind.StartsWith(word, StringComparison.Ordinal))
                return new(unit, name + word, true);
        }
        var before = task[..at];
        var isSupport = SupportBefore.Any(word => before.EndsWith(word, StringComparison.Ordinal));
        var lead = isSupport ? null : LeadBefore.FirstOrDefault(word => before.EndsWith(word, StringComparison.Ordinal));
        return new(unit, lead + name, lead is not null);
    }
}

using System.Globalization;
using Shuren.Planning.Model;

namespace Shuren.Planning.ImportPlan;

/// <summary>
/// Numbers tasks as people quote them: the ordinal of the top section among the sections that plan, a point, the place in it (2.8);
/// tasks without a section just count. Dropped tasks have no number.
/// </summary>
internal static class TaskNumbers
{
    /// <summary>Numbers all tasks anew, in their order. Only for plans that nobody quotes yet.</summary>
    public static void Assign(IEnumerable<PlanSection> sections, IEnumerable<WorkTask> tasks)
    {
        var ordinals = Ordinals(sections);
        var counted = new Dictionary<int, int>();
        foreach (var task in tasks.OrderBy(task => task.Position))
        {
            var ordinal = Ordinal(ordinals, task);
            task.Number = task.DroppedAt is null ? Print(ordinal, counted[ordinal] = counted.GetValueOrDefault(ordinal) + 1) : "";
        }
    }

    /// <summary>Gives numbers to new tasks of a plan that is in use: they count on behind those that stand.</summary>
    public static void Continue(IEnumerable<PlanSection> sections, IReadOnlyList<WorkTask> standing, IEnumerable<WorkTask> added)
    {
        var ordinals = Ordinals(sections);
        var taken = standing.Select(task => task.Number).ToHashSet(StringComparer.Ordinal);
        foreach (var task in added.OrderBy(task => task.Position))
        {
            var (ordinal, place) = (Ordinal(ordinals, task), 1);
            while (!taken.Add(Print(ordinal, place)))
                place++;
            task.Number = Print(ordinal, place);
        }
    }

    private static string Print(int ordinal, int place) =>
        ordinal == 0 ? place.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{ordinal}.{place}");

    private static int Ordinal(Dictionary<Guid, int> ordinals, WorkTask task) => task.SectionId is { } section ? ordinals.GetValueOrDefault(section) : 0;

    /// <summary>For each section the ordinal of the top section above it.</summary>
    private static Dictionary<Guid, int> Ordinals(IEnumerable<PlanSection> sections)
    {
        var (ordinals, last) = (new Dictionary<Guid, int>(), 0);
        foreach (var section in sections.OrderBy(section => section.Position))
        {
            var above = section.ParentId is { } parent ? ordinals.GetValueOrDefault(parent) : 0;
            ordinals[section.Id] = above > 0 ? above : section.IsPlan ? ++last : 0;
        }
        return ordinals;
    }
}

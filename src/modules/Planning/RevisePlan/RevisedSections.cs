using Microsoft.EntityFrameworkCore;
using Shuren.Planning.Model;

namespace Shuren.Planning.RevisePlan;

/// <summary>Brings the headings of a plan into the order of the amended document; a heading that is gone stays while tasks hang on it.</summary>
internal sealed class RevisedSections(PlanningDb planning)
{
    /// <returns>All headings that are left, and for each one that was read the standing (or new) one.</returns>
    public async Task<(IReadOnlyList<PlanSection> All, IReadOnlyDictionary<Guid, Guid> ByRead)> ApplyAsync(Guid plan, IReadOnlyList<PlanSection> read, PlanDifference difference, CancellationToken ct)
    {
        var standing = await planning.Sections.Where(section => section.PlanId == plan).OrderBy(section => section.Position).ToListAsync(ct);
        var open = standing.ToList();
        var (all, byRead) = (new List<PlanSection>(), new Dictionary<Guid, Guid>());
        foreach (var section in read)
        {
            var found = open.Find(old => TextMatch.Plain(old.Title) == TextMatch.Plain(section.Title) && old.Level == section.Level) ?? open.Find(old => TextMatch.Plain(old.Title) == TextMatch.Plain(section.Title));
            if (found is null)
                planning.Sections.Add(found = section);
            else
                open.Remove(found);
            byRead[section.Id] = found.Id;
            (found.Level, found.Marker, found.IsPlan, found.ParentId) = (section.Level, section.Marker, section.IsPlan, section.ParentId is { } parent ? byRead[parent] : null);
            all.Add(found);
        }
        PutBack(open, standing, all, difference);
        for (var at = 0; at < all.Count; at++)
            all[at].Position = at;
        return (all, byRead);
    }

    /// <summary>What is not in the document any more: behind its old neighbour while a task needs it, or gone.</summary>
    private void PutBack(List<PlanSection> open, List<PlanSection> standing, List<PlanSection> all, PlanDifference difference)
    {
        var matched = difference.Same.Concat(difference.Changed).Select(match => match.Task.Id).ToHashSet();
        var needed = difference.Tasks.Where(task => !matched.Contains(task.Id)).Select(task => task.SectionId).OfType<Guid>().ToHashSet();
        foreach (var section in open)
        {
            if (needed.Contains(section.Id))
            {
                var before = standing.Take(standing.IndexOf(section)).LastOrDefault(all.Contains);
                all.Insert(before is null ? 0 : all.IndexOf(before) + 1, section);
                section.ParentId = section.ParentId is { } parent && all.Exists(other => other.Id == parent) ? parent : null;
            }
            else
                planning.Sections.Remove(section);
        }
    }
}

using Shuren.Planning.Model;

namespace Shuren.Planning.ViewPlan;

/// <summary>One heading of the tree.</summary>
internal sealed record PlanBranch(Guid Id, Guid? ParentId, int Position, string Marker, string Title)
{
    /// <summary>As printed: 二、扩优提质.</summary>
    public string Label => Marker + Title;
}

/// <summary>The headings of a plan as a tree.</summary>
internal sealed class PlanTree
{
    private readonly Dictionary<Guid, PlanBranch> byId;
    private readonly ILookup<Guid?, PlanBranch> children;

    public PlanTree(IEnumerable<PlanBranch> branches)
    {
        byId = branches.ToDictionary(branch => branch.Id);
        children = byId.Values.OrderBy(branch => branch.Position).ToLookup(branch => branch.ParentId is { } parent && byId.ContainsKey(parent) ? parent : (Guid?)null);
    }

    /// <summary>The headings at the top.</summary>
    public IEnumerable<PlanBranch> Tops => children[null];

    /// <summary>All headings in reading order, each with its depth from 0.</summary>
    public IEnumerable<(PlanBranch Branch, int Depth)> InOrder() => Tops.SelectMany(top => Under(top, 0));

    /// <summary>A heading with all below it.</summary>
    public IReadOnlyList<Guid> Within(Guid section) =>
        byId.TryGetValue(section, out var branch) ? [.. Under(branch, 0).Select(found => found.Branch.Id)] : [];

    /// <summary>The heading at the top above a section; null where the section is unknown.</summary>
    public PlanBranch? TopOf(Guid? section)
    {
        var branch = Find(section);
        while (branch?.ParentId is { } parent && byId.TryGetValue(parent, out var above))
            branch = above;
        return branch;
    }

    public PlanBranch? Find(Guid? section) => section is { } id ? byId.GetValueOrDefault(id) : null;

    private IEnumerable<(PlanBranch Branch, int Depth)> Under(PlanBranch branch, int depth) =>
        [(branch, depth), .. children[branch.Id].SelectMany(child => Under(child, depth + 1))];
}

/// <summary>Reads the tree of a plan.</summary>
internal static class PlanTrees
{
    public static IQueryable<PlanBranch> Branches(this IQueryable<PlanSection> sections, Guid plan) => sections
        .Where(section => section.PlanId == plan && section.IsPlan)
        .Select(section => new PlanBranch(section.Id, section.ParentId, section.Position, section.Marker, section.Title));
}

using Shuren.Kernel;
using Shuren.Planning.Model;
using Shuren.Platform;

namespace Shuren.Planning.EditReading;

/// <summary>What is typed to change or add a section.</summary>
public sealed class SectionForm
{
    /// <summary>The heading without its number.</summary>
    public string? Title { get; set; }

    /// <summary>一、 or the like; may be empty.</summary>
    public string? Marker { get; set; }

    /// <summary>1 is the top.</summary>
    public int Level { get; set; } = 1;

    /// <summary>The section behind which a new one stands; none for the end.</summary>
    public Guid? Behind { get; set; }
}

/// <summary>Changes a heading or its level, or adds one (without an id).</summary>
internal sealed class EditSection(OpenReading reading) : IHandler
{
    private const int LongestTitle = 200;
    private const int Deepest = 6;

    public async Task<Outcome<Guid>> RunAsync(Guid plan, Guid? sectionId, SectionForm form, CancellationToken ct)
    {
        var open = await reading.RunAsync(plan, ct);
        if (!open.Succeeded)
            return open.Refusals.ToList();
        if (form.Title?.Trim().Length is null or 0 or > LongestTitle)
            return new Refusal("SectionTitleForm", nameof(SectionForm.Title), LongestTitle);
        if (form.Level is < 1 or > Deepest)
            return new Refusal("SectionLevelForm", nameof(SectionForm.Level), Deepest);
        var section = sectionId is { } id ? open.Value.Section(id) : Add(open.Value, form.Behind);
        if (section is null)
            return new Refusal("SectionUnknown");
        (section.Title, section.Marker, section.Level) = (form.Title.Trim(), form.Marker?.Trim() ?? "", form.Level);
        Hang(open.Value.Sections);
        var saved = await reading.SaveAsync(open.Value, sectionId is null ? "planning.add-section" : "planning.edit-section", new Ref("planning", "section", section.Id), ct);
        return saved.Succeeded ? section.Id : saved.Refusals.ToList();
    }

    private static PlanSection Add(OpenPlan plan, Guid? behind)
    {
        var before = behind is { } id ? plan.Section(id) : null;
        var section = new PlanSection
        {
            PlanId = plan.Plan.Id, Position = before is null ? plan.Sections.Count == 0 ? 0 : plan.Sections[^1].Position + 1 : before.Position + 1, Level = 1, Marker = "", Title = "", IsPlan = true,
        };
        plan.Add(section);
        return section;
    }

    /// <summary>Each section hangs under the nearest one before it that stands higher.</summary>
    private static void Hang(IReadOnlyList<PlanSection> sections)
    {
        var above = new Stack<PlanSection>();
        foreach (var section in sections.OrderBy(section => section.Position))
        {
            while (above.TryPeek(out var last) && last.Level >= section.Level)
                above.Pop();
            section.ParentId = above.TryPeek(out var parent) ? parent.Id : null;
            above.Push(section);
        }
    }
}

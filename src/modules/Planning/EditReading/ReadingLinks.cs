namespace Shuren.Planning.EditReading;

/// <summary>Addresses inside the wizard.</summary>
internal static class ReadingLinks
{
    public static string Review(Guid plan, Guid? task = null) => PlanningLinks.Wizard(plan, "review") + (task is { } id ? "#" + Anchor(id) : "");

    public static string Task(Guid plan, Guid task) => PlanningLinks.Wizard(plan, $"tasks/{task:N}");

    public static string NewTask(Guid plan, Guid? section) => PlanningLinks.Wizard(plan, "tasks/add") + (section is { } id ? $"?section={id:N}" : "");

    public static string Section(Guid plan, Guid section) => PlanningLinks.Wizard(plan, $"sections/{section:N}");

    public static string NewSection(Guid plan) => PlanningLinks.Wizard(plan, "sections/add");

    public static string Target(Guid plan, Guid target) => PlanningLinks.Wizard(plan, $"targets/{target:N}");

    /// <summary>The numbers that stand in no task.</summary>
    public static string Numbers(Guid plan) => PlanningLinks.Wizard(plan, "numbers");

    public static string NewTarget(Guid plan, Guid task) => PlanningLinks.Wizard(plan, $"targets/add?task={task:N}");

    public static string Document(Guid plan) => PlanningLinks.Wizard(plan, "document");

    /// <summary>The id of a task on the review page.</summary>
    public static string Anchor(Guid task) => $"t{task:N}";

    /// <summary>The id of its sentence in the document.</summary>
    public static string Mark(Guid task) => $"d{task:N}";
}

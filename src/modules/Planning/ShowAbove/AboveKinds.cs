using Microsoft.Extensions.DependencyInjection;
using Shuren.Planning.ReportUp;
using Shuren.Platform.Districts.Above;

namespace Shuren.Planning.ShowAbove;

/// <summary>What this room reports to a bureau above and what may be opened from there.</summary>
internal static class AboveKinds
{
    /// <summary>The published plans: parts, targets, counts.</summary>
    public const string Plan = "planning.plan";

    /// <summary>The tasks of a published plan with their units, without people.</summary>
    public const string Tasks = "planning.tasks";

    public static void AddTo(IServiceCollection services) => services
        .AddReport<ReportTasks>(ReportTasks.Kind, () => PublicText.UpTasksTitle, () => PublicText.UpTasksWhat, ReportTasks.Figures)
        .AddReport<ReportTargets>(ReportTargets.Kind, () => PublicText.UpTargetsTitle, () => PublicText.UpTargetsWhat, ReportTargets.Figures)
        .AddOpening(Plan, () => PublicText.UpPlanTitle, () => PublicText.UpPlanWhat, "plans")
        .AddOpening(Tasks, () => PublicText.UpPlanTasksTitle, () => PublicText.UpPlanTasksWhat, "plans/tasks");

    public static string Plans(string code) => $"below/{code}/plans";

    public static string PlanOf(string code, Guid plan) => $"below/{code}/plans/{plan:N}";

    public static string AllTasks(string code) => $"below/{code}/plans/tasks";

    public static string TasksOf(string code, Guid plan) => $"below/{code}/plans/{plan:N}/tasks";
}

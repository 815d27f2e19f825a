namespace Shuren.Planning;

/// <summary>Addresses of the room's pages, relative to the district's.</summary>
internal static class PlanningLinks
{
    public const string Plans = "planning";
    public const string Mine = "planning/mine";
    public const string Import = "planning/import";
    public const string Public = "public";
    public const string Compare = "planning/compare";
    public const string PlansWorkbook = "planning/plans.xlsx";
    public const string MineWorkbook = "planning/mine.xlsx";
    public const string CompareWorkbook = "planning/compare.xlsx";

    public static string Plan(Guid plan) => $"planning/plans/{plan:N}";

    /// <summary>A tab of a plan: tasks, matrix, targets, timeline, board, calendar, life, dispatch, changes, meetings.</summary>
    public static string PlanTab(Guid plan, string tab) => $"planning/plans/{plan:N}/{tab}";

    /// <summary>A download of a plan: tasks.xlsx, matrix.xlsx, targets.xlsx, breakdown.xlsx, breakdown.docx, with the page's filter.</summary>
    public static string PlanFile(Guid plan, string file, string query = "") => $"planning/plans/{plan:N}/{file}{query}";

    /// <summary>The plan on paper.</summary>
    public static string Print(Guid plan) => $"planning/plans/{plan:N}/print";

    /// <summary>The plan on the screen in the hall.</summary>
    public static string Wall(Guid plan) => $"planning/plans/{plan:N}/wall";

    /// <summary>A list out to Excel and back: tasks, targets, milestones, progress.</summary>
    public static string Excel(Guid plan, string list) => $"planning/plans/{plan:N}/{list}/excel";

    /// <summary>A step of the import wizard: review, assign, confirm.</summary>
    public static string Wizard(Guid plan, string step) => $"planning/import/{plan:N}/{step}";

    public static string Task(Guid task) => $"planning/tasks/{task:N}";

    /// <summary>An act on a task: report, confirm, dispatch, amend, milestones.</summary>
    public static string TaskAct(Guid task, string act) => $"planning/tasks/{task:N}/{act}";

    /// <summary>A file behind a progress report of a task.</summary>
    public static string Evidence(Guid task, Guid file) => $"planning/tasks/{task:N}/files/{file:N}";

    /// <summary>A dispatch meeting.</summary>
    public static string Meeting(Guid meeting) => $"planning/meetings/{meeting:N}";

    /// <summary>Where secret calendar addresses are made and ended.</summary>
    public const string Feeds = "planning/calendar";

    /// <summary>What a calendar program reads; the secret is the only key.</summary>
    public static string Feed(string secret) => $"planning/feeds/{secret}.ics";

    /// <summary>What citizens see of a plan.</summary>
    public static string PublicPlan(Guid plan) => $"public/{plan:N}";

    /// <summary>The document of a step of the ladder.</summary>
    public static string DispatchFile(Guid task, Guid step) => $"planning/tasks/{task:N}/dispatch/{step:N}.docx";

    /// <summary>Opening a task for an alert.</summary>
    public static string OpenTask(Guid alert) => $"planning/alerts/{alert:N}/task";

    /// <summary>What measures a target: suggestions, the choice, and what it gives.</summary>
    public static string Measure(Guid target) => $"planning/targets/{target:N}";

    /// <summary>What measures the targets of a plan, many at once.</summary>
    public static string Measures(Guid plan) => $"planning/plans/{plan:N}/measures";

    public static string Unit(Guid unit) => $"planning/units/{unit:N}";
}

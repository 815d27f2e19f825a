using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Indicators;
using Shuren.Contracts.Organization;
using Shuren.Planning.AnswerAlerts;
using Shuren.Planning.Answers;
using Shuren.Planning.ConfirmReport;
using Shuren.Planning.EditInExcel;
using Shuren.Planning.EditInExcel.Milestones;
using Shuren.Planning.EditInExcel.Progress;
using Shuren.Planning.EditInExcel.Targets;
using Shuren.Planning.EditInExcel.Tasks;
using Shuren.Planning.HoldMeeting;
using Shuren.Planning.ImportPlan;
using Shuren.Planning.KeepDeadlines;
using Shuren.Planning.PublicPlan;
using Shuren.Planning.RemindLate;
using Shuren.Planning.ReportProgress;
using Shuren.Planning.RunPlan;
using Shuren.Planning.SetMilestones;
using Shuren.Planning.ShowAbove;
using Shuren.Planning.TakeDispatchStep;
using Shuren.Planning.TellPeople;
using Shuren.Planning.ViewPlan;
using Shuren.Planning.ViewPlans;
using Shuren.Planning.ViewTargets;
using Shuren.Planning.ViewTasks;
using Shuren.Planning.WaitForPeople;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;
using Shuren.Platform.Todos;

namespace Shuren.Planning;

/// <summary>规划与任务: from the published document to tasks, targets, progress and pressure on late work.</summary>
public sealed class PlanningModule : IModule
{
    public string Name => "planning";

    public int Floor => 5;

    public IReadOnlyList<RightGrant> Rights => PlanningRights.Grants;

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(MenuGroup.Mine, 1, () => PlanningText.MyTasks, "planning/mine", PlanningRights.View, "list"),
        new(MenuGroup.Loop, 0, () => PlanningText.Planning, "planning", PlanningRights.View),
    ];

    public IReadOnlyList<System.Resources.ResourceManager> Texts { get; } = 
    [
        PlanningText.ResourceManager, ActText.ResourceManager, ImportText.ResourceManager, AnswerText.ResourceManager, ViewText.ResourceManager, RunText.ResourceManager, PublicText.ResourceManager, NewsText.ResourceManager, BindText.ResourceManager,
    ];

    public IReadOnlyList<SearchKind> Search => PlanningSearch.Kinds;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanningDb>();
        services.AddScoped<PlanScope>();
        services.AddHandlersOf(typeof(PlanningModule).Assembly);
        services.AddScoped<ITodoSource, PlanningTodos>();
        services.AddScoped<IGlanceSource, WatchSchools.PlanningGlances>();
        services.AddScoped<IAlertAnswers, AlertTaskAnswer>();
        services.AddScoped<IDeadlineKeeper, PlanningDeadlines>();
        services.AddScoped<Platform.Thread.IThingNames, Answers.PlanningNames>();
        services.AddScoped<Contracts.Indicators.IGoalsOfIndicators, GoalsOfIndicators>();
        services.AddScoped<IEditedList, TaskList>();
        services.AddScoped<IEditedList, TargetList>();
        services.AddScoped<IEditedList, MilestoneList>();
        services.AddScoped<IEditedList, ProgressList>();
        services.AddJob<ImportPlan.SweepUploads>(ImportPlan.SweepUploads.Kind, () => ImportText.JobSweepUploads, kind => kind with { Recurs = Recurrence.Daily(3, 20) });
        services.AddJob<RemindDaily>(RemindDaily.Kind, () => NewsText.JobRemind, kind => kind with { Recurs = Recurrence.Daily(7), WritesOnce = true });
        NewsKinds.AddTo(services);
        AboveKinds.AddTo(services);
    }

    public void AddTables(ModelBuilder model) => PlanningTables.Add(model);

    public void MapDoors(IEndpointRouteBuilder doors)
    {
        ImportDoors.Map(doors);
        ViewDoors.Map(doors);
        RunDoors.Map(doors);
        PublicDoors.Map(doors);
        PlanDoors.Map(doors);
        TaskDoors.Map(doors);
        AmendTask.AmendmentDoors.Map(doors);
        ProgressDoors.Map(doors);
        ConfirmDoors.Map(doors);
        MilestoneDoors.Map(doors);
        TargetDoors.Map(doors);
        BindTargets.MeasureDoors.Map(doors);
        DispatchDoors.Map(doors);
        LateWorkDoors.Map(doors);
        MeetingDoors.Map(doors);
        AnswerDoors.Map(doors);
    }
}

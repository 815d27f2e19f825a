using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Indicators;
using Shuren.Indicators.Answers;
using Shuren.Indicators.Facts;
using Shuren.Indicators.KeepReadings;
using Shuren.Indicators.Packs;
using Shuren.Indicators.ReportFigures;
using Shuren.Indicators.ViewAlerts;
using Shuren.Indicators.WatchReadings;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;
using Shuren.Platform.Thread;
using Shuren.Platform.Todos;
using Shuren.Platform.Windows;

namespace Shuren.Indicators;

/// <summary>指标监测: what the rolls and reported figures say, against what the documents ask, for every unit, always current.</summary>
public sealed class IndicatorsModule : IModule
{
    public string Name => "indicators";

    public int Floor => 4;

    public IReadOnlyList<RightGrant> Rights => IndicatorsRights.Grants;

    public IReadOnlyList<MenuEntry> Menu { get; } = [new(MenuGroup.Loop, 1, () => IndicatorsText.Indicators, IndicatorsLinks.Indicators, IndicatorsRights.View)];

    public IReadOnlyList<System.Resources.ResourceManager> Texts { get; } = [IndicatorsText.ResourceManager, FigureText.ResourceManager, AlertText.ResourceManager, AheadText.ResourceManager, ActText.ResourceManager];

    public IReadOnlyList<Window> Windows { get; } = Window.Of(typeof(IndicatorsModule).Assembly, "ds_totals", "ds_figures");

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IndicatorsDb>();
        services.AddHandlersOf(typeof(IndicatorsModule).Assembly);
        services.AddSingleton<PackBook>();
        services.AddSingleton<ReadingPlan>();
        services.AddScoped<KeepReadings.KeepReadings>();
        services.AddScoped<IPlaceChanges, PlaceFigureChanges>();
        services.AddScoped<ITodoSource, FigureTodos>();
        services.AddScoped<ITodoSource, AlertTodos>();
        services.AddScoped<IAlertDirectory, AlertDirectory>();
        services.AddScoped<IThingNames, IndicatorsNames>();
        services.AddSingleton<AlertBook>();
        services.AddSingleton(new NoticeKind(TellOfAlerts.Kind, () => AlertText.KindAlerts, 40));
        services.AddJob<WatchDaily>(WatchDaily.Kind, () => AlertText.JobWatchReadings, kind => kind with { Recurs = Recurrence.Daily(6, 40) });
        services.AddScoped<IIndicatorDirectory, IndicatorDirectory>();
        services.AddJob<KeepNightly>(KeepNightly.Kind, () => IndicatorsText.JobKeepReadings, kind => kind with { Recurs = Recurrence.Daily(0, 20) });
    }

    public void AddTables(ModelBuilder model) => IndicatorsTables.Add(model);

    public void MapDoors(IEndpointRouteBuilder doors) => AlertDoors.Map(doors);
}

using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Indicators.Facts;
using Shuren.Indicators.KeepReadings;
using Shuren.Indicators.Packs;
using Shuren.Indicators.ReportFigures;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Rights;
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

    public IReadOnlyList<System.Resources.ResourceManager> Texts { get; } = [IndicatorsText.ResourceManager, FigureText.ResourceManager, ActText.ResourceManager];

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
        services.AddJob<KeepNightly>(KeepNightly.Kind, () => IndicatorsText.JobKeepReadings, kind => kind with { Recurs = Recurrence.Daily(0, 20) });
    }

    public void AddTables(ModelBuilder model) => IndicatorsTables.Add(model);

    public void MapDoors(IEndpointRouteBuilder doors)
    {
    }
}

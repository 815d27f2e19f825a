using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Contracts.Schools;
using Shuren.Platform;
using Shuren.Platform.Jobs;
using Shuren.Platform.Rights;
using Shuren.Platform.Todos;
using Shuren.Platform.Windows;
using Shuren.Schools.Answers;
using Shuren.Schools.CheckRolls;
using Shuren.Schools.Facts;
using Shuren.Schools.FollowDropOuts;
using Shuren.Schools.HandOverPupils;
using Shuren.Schools.ImportRolls;
using Shuren.Schools.KeepCares;
using Shuren.Schools.KeepClasses;
using Shuren.Schools.KeepPremises;
using Shuren.Schools.KeepPupils;
using Shuren.Schools.KeepSchools;
using Shuren.Schools.KeepTeachers;

namespace Shuren.Schools;

/// <summary>学校与师生: schools, pupils, teachers and rooms - what every figure of a bureau is counted from.</summary>
public sealed class SchoolsModule : IModule
{
    public string Name => "schools";

    public int Floor => 1;

    public IReadOnlyList<RightGrant> Rights => SchoolsRights.Grants;

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(MenuGroup.Daily, 0, () => SchoolsText.Schools, SchoolsLinks.Schools, SchoolsRights.View),
        new(MenuGroup.Daily, 1, () => SchoolsText.PupilRoll, SchoolsLinks.Pupils, SchoolsRights.ViewPupils),
        new(MenuGroup.Admin, 5, () => SchoolsText.Promotion, SchoolsLinks.Promotion, SchoolsRights.Manage),
        new(MenuGroup.Daily, 5, () => HandOverText.HandOvers, HandOverLinks.HandOvers, SchoolsRights.ViewPupils),
        new(MenuGroup.Daily, 6, () => DropOutText.DropOuts, DropOutLinks.DropOuts, SchoolsRights.KeepDropOuts),
        new(MenuGroup.Daily, 2, () => SchoolsText.TeacherRoll, SchoolsLinks.Teachers, SchoolsRights.ViewTeachers),
        new(MenuGroup.Daily, 3, () => RollText.RollsTitle, RollLinks.Rolls, SchoolsRights.Edit),
        new(MenuGroup.Daily, 4, () => CheckText.ChecksTitle, CheckLinks.Checks, SchoolsRights.Edit),
    ];

    public IReadOnlyList<System.Resources.ResourceManager> Texts { get; } = [SchoolsText.ResourceManager, RollText.ResourceManager, RunText.ResourceManager, CheckText.ResourceManager, ClassText.ResourceManager, HandOverText.ResourceManager, DropOutText.ResourceManager, PupilText.ResourceManager, TeacherText.ResourceManager, PremisesText.ResourceManager, CareText.ResourceManager, SchoolFormText.ResourceManager, ActText.ResourceManager];

    public IReadOnlyList<Window> Windows { get; } = Window.Of(typeof(SchoolsModule).Assembly,
        "ds_schools", "ds_school_parts", "ds_pupils", "ds_classes", "ds_teachers", "ds_certificates", "ds_trainings", "ds_leaders", "ds_rooms", "ds_premises", "ds_funds", "ds_cares", "ds_dropouts",
        "ds_check_reach", "ds_check_schools", "ds_check_classes", "ds_check_pupils", "ds_check_numbers", "ds_check_teachers", "ds_check_rooms");

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SchoolsDb>();
        services.AddHandlersOf(typeof(SchoolsModule).Assembly);
        services.AddScoped<RollCatalogue>();
        services.AddScoped<ProblemWords>();
        services.AddJob<CheckNightly>(CheckNightly.Kind, () => CheckText.JobCheckRolls, kind => kind with { Recurs = Recurrence.Daily(2, 30) });
        services.AddScoped<HandOverDesk>();
        services.AddScoped<ITodoSource, HandOverTodos>();
        services.AddJob<RollJob>(RollJob.Check, () => RunText.JobCheckRoll);
        services.AddJob<RollJob>(RollJob.Import, () => RunText.JobImportRoll, kind => kind with { WritesOnce = true });
        services.AddJob<SweepRuns>(SweepRuns.Kind, () => RunText.JobSweepRuns, kind => kind with { Recurs = Recurrence.Daily(3, 25) });
        services.AddScoped<DropOutLedger>();
        services.AddScoped<ITodoSource, DropOutTodos>();
        services.AddScoped<IGlanceSource, ViewSchools.SchoolGlances>();
        services.AddScoped<ISchoolDirectory, SchoolDirectory>();
        services.AddScoped<IPlaceChanges, PlaceRollChanges>();
        foreach (var fact in SchoolFacts.All)
            services.AddSingleton(fact);
        services.AddScoped<IStandsOnUnits, EndSchool>();
    }

    public void AddTables(ModelBuilder model) => SchoolsTables.Add(model);

    public void MapDoors(IEndpointRouteBuilder doors)
    {
        RollDoors.Map(doors);
        CheckDoors.Map(doors);
        ClassDoors.Map(doors);
        HandOverDoors.Map(doors);
        PupilDoors.Map(doors);
        SchoolFormDoors.Map(doors);
        DropOutDoors.Map(doors);
        TeacherDoors.Map(doors);
        PremisesDoors.Map(doors);
        CareDoors.Map(doors);
    }
}

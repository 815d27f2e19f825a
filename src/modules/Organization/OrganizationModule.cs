using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Organization;
using Shuren.Organization.AccessTokens;
using Shuren.Organization.AccountsInExcel;
using Shuren.Organization.Answers;
using Shuren.Organization.DelegateRights;
using Shuren.Organization.EditStructure;
using Shuren.Organization.GrantAbove;
using Shuren.Organization.GrantRoles;
using Shuren.Organization.KeepCalendar;
using Shuren.Organization.KeepFiles;
using Shuren.Organization.KeepGroups;
using Shuren.Organization.KeepSchoolYears;
using Shuren.Organization.LinkSchools;
using Shuren.Organization.ManageAccounts;
using Shuren.Organization.ManageUnits;
using Shuren.Organization.Notices;
using Shuren.Organization.Recovery;
using Shuren.Organization.SecondFactors;
using Shuren.Organization.Search;
using Shuren.Organization.ShareTodos;
using Shuren.Organization.SignIn;
using Shuren.Organization.ViewTodo;
using Shuren.Organization.WatchJobs;
using Shuren.Platform;
using Shuren.Platform.Districts.Above;
using Shuren.Platform.Jobs;
using Shuren.Platform.Notices;
using Shuren.Platform.Rights;
using Shuren.Platform.Search;
using Shuren.Platform.Todos;

namespace Shuren.Organization;

/// <summary>组织: the district's units, its people and what they may do.</summary>
public sealed class OrganizationModule : IModule
{
    public string Name => "organization";

    public int Floor => 0;

    public IReadOnlyList<RightGrant> Rights => OrganizationRights.Grants;

    public IReadOnlyList<MenuEntry> Menu { get; } =
    [
        new(MenuGroup.Mine, 0, () => OrganizationText.Todo, "", OrganizationRights.Use, "todo"),
        new(MenuGroup.Admin, 0, () => OrganizationText.UnitsAndAccounts, "organization/units", OrganizationRights.View),
        new(MenuGroup.Mine, 8, () => WorkText.Notices, OrganizationLinks.Notices, OrganizationRights.Use),
        new(MenuGroup.Daily, 90, () => CalendarText.WorkCalendar, OrganizationLinks.Calendar, OrganizationRights.Use),
        new(MenuGroup.Admin, 1, () => PeopleText.Grants, OrganizationLinks.Grants, OrganizationRights.ManageRoles),
        new(MenuGroup.Admin, 2, () => PeopleText.Rights, OrganizationLinks.Rights, OrganizationRights.ViewRights),
        new(MenuGroup.Admin, 3, () => StructureText.AllDelegations, OrganizationLinks.AllDelegations, OrganizationRights.ManageDelegations),
        new(MenuGroup.Admin, 7, () => FilesText.Files, OrganizationLinks.Files, OrganizationRights.ManageFiles),
        new(MenuGroup.Daily, 80, () => AboveText.Below, OrganizationLinks.Below, AboveRights.ViewBelow),
        new(MenuGroup.Admin, 7, () => AboveText.Above, OrganizationLinks.Above, AboveRights.Grant),
        new(MenuGroup.Admin, 8, () => WorkText.Jobs, OrganizationLinks.Jobs, OrganizationRights.WatchJobs),
        new(MenuGroup.Admin, 9, () => OrganizationText.Audit, "organization/audit", OrganizationRights.ReadAudit),
    ];

    public IReadOnlyList<System.Resources.ResourceManager> Texts { get; } =
    [
        OrganizationText.ResourceManager, ActText.ResourceManager, StructureText.ResourceManager, CalendarText.ResourceManager, WorkText.ResourceManager,
        PeopleText.ResourceManager, AboveText.ResourceManager, FindText.ResourceManager, FilesText.ResourceManager, TokenText.ResourceManager, NudgeText.ResourceManager,
    ];

    public IReadOnlyList<SearchKind> Search => OrganizationSearch.Kinds;

    public IReadOnlyList<Platform.Windows.Window> Windows { get; } = Platform.Windows.Window.Of(typeof(OrganizationModule).Assembly, "ds_reach");

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<Platform.Windows.IPlaceChanges, PlaceUnitChanges>();
        services.AddScoped<OrganizationDb>();
        services.AddHandlersOf(typeof(OrganizationModule).Assembly);
        services.AddScoped<IUnitDirectory, UnitDirectory>();
        services.AddScoped<IUnitKeeper, UnitKeeper>();
        services.AddScoped<IAccountDirectory, AccountDirectory>();
        services.AddScoped<IActorLoader, ActorLoader>();
        services.AddScoped<ITokenDoor, UseToken>();
        services.AddScoped<Platform.Thread.IThingNames, OrganizationNames>();
        TodoNews.AddTo(services);
        services.AddSingleton(new NoticeKind(TryNotice.Kind, () => WorkText.TryOut, -1));
        services.AddScoped<IWorkingDays, WorkingDays>();
        services.AddScoped<ISchoolYears, SchoolYears>();
        services.AddScoped<ISchoolGroups, SchoolGroups>();
        services.AddScoped<ISchoolLinks, SchoolLinks>();
        services.AddScoped<ITodoSource, CalendarTodos>();
        services.AddScoped<ITodoSource, GrantTodos>();
        PasskeyServices.Add(services);
        services.AddJob<MailLink>(MailLink.Kind, () => PeopleText.JobMailLink);
    }

    public void AddTables(ModelBuilder model) => OrganizationTables.Add(model);

    public void MapDoors(IEndpointRouteBuilder doors)
    {
        SignInDoors.Map(doors);
        ReadAudit.AuditDoors.Map(doors);
        NoticeDoors.Map(doors);
        CalendarDoors.Map(doors);
        StructureDoors.Map(doors);
        AccountDoors.Map(doors);
        UnitDoors.Map(doors);
        GroupDoors.Map(doors);
        WorkingDayDoors.Map(doors);
        SchoolYearDoors.Map(doors);
        LinkDoors.Map(doors);
        RequestDoors.Map(doors);
        AccountFileDoors.Map(doors);
        TodoDoors.Map(doors);
        NoticeListDoors.Map(doors);
        ReadAudit.AuditListDoors.Map(doors);
        JobDoors.Map(doors);
        DelegationDoors.Map(doors);
        FileDoors.Map(doors);
        SearchDoors.Map(doors);
        AboveDoors.Map(doors);
    }
}

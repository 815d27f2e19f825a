using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shuren.Contracts.Schools;
using Shuren.Platform;
using Shuren.Platform.Rights;
using Shuren.Schools.Answers;

namespace Shuren.Schools;

/// <summary>学校与师生: schools, pupils, teachers and rooms - what every figure of a bureau is counted from.</summary>
public sealed class SchoolsModule : IModule
{
    public string Name => "schools";

    public int Floor => 1;

    public IReadOnlyList<RightGrant> Rights => SchoolsRights.Grants;

    public IReadOnlyList<MenuEntry> Menu { get; } = [];

    public IReadOnlyList<System.Resources.ResourceManager> Texts { get; } = [SchoolsText.ResourceManager, ActText.ResourceManager];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SchoolsDb>();
        services.AddHandlersOf(typeof(SchoolsModule).Assembly);
        services.AddScoped<ISchoolDirectory, SchoolDirectory>();
    }

    public void AddTables(ModelBuilder model) => SchoolsTables.Add(model);

    public void MapDoors(IEndpointRouteBuilder doors)
    {
    }
}

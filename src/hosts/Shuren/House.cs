using Shuren.Indicators;
using Shuren.Organization;
using Shuren.Planning;
using Shuren.Platform;
using Shuren.Schools;

namespace Shuren.Host;

/// <summary>The rooms of the house, from the ground floor up. The one place that names them all.</summary>
public static class House
{
    /// <summary>Every room.</summary>
    public static IReadOnlyList<IModule> Modules { get; } = [new OrganizationModule(), new SchoolsModule(), new IndicatorsModule(), new PlanningModule()];
}

using Shuren.Kernel;

namespace Shuren.Planning.RevisePlan;

/// <summary>Addresses of a revision, and whose its kept documents are.</summary>
internal static class RevisionLinks
{
    public static string Revise(Guid plan) => PlanningLinks.Wizard(plan, "revise");

    public static string Difference(Guid plan, Guid file) => PlanningLinks.Wizard(plan, $"revise/{file:N}");

    public static Ref Owner(Guid plan) => new("planning", "revision", plan);
}

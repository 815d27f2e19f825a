using Shuren.Kernel;

namespace Shuren.Planning;

/// <summary>How the room's things are named in the thread, the audit and as owners of files.</summary>
internal static class PlanningRefs
{
    public static Ref Plan(Guid id) => new("planning", "plan", id);

    public static Ref Task(Guid id) => new("planning", "task", id);

    public static Ref Target(Guid id) => new("planning", "target", id);

    public static Ref Report(Guid id) => new("planning", "report", id);
}

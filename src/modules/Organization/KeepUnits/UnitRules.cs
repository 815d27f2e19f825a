using Shuren.Kernel;
using Shuren.Platform.Rights;

namespace Shuren.Organization.KeepUnits;

/// <summary>What every change of a unit must have.</summary>
internal static class UnitRules
{
    /// <summary>Whether the actor manages the unit: also one that is not open yet, or is closed, by the units above it.</summary>
    public static bool May(Actor actor, UnitBook book, Guid unit)
    {
        for (Guid? step = unit; step is { } here; step = book.History.Last(here)?.ParentId)
        {
            if (actor.CanFor(OrganizationRights.ManageUnits, here))
                return true;
        }
        return false;
    }

    /// <summary>A day that can be meant; a reason.</summary>
    public static Refusal? Problem(DateOnly on, string why)
    {
        if (on.Year is < 1901 or > 2100)
            return new("UnitDay", "On");
        return string.IsNullOrWhiteSpace(why) || why.Trim().Length > 200 ? new("UnitWhy", "Why") : null;
    }

    /// <summary>A name besides.</summary>
    public static Refusal? Problem(string name, DateOnly on, string why) => name.Trim().Length is < 2 or > 80 ? new("UnitNameForm", "Name") : Problem(on, why);
}

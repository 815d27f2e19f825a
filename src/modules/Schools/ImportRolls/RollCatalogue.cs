using Shuren.Contracts.Organization;
using Shuren.Platform.Rights;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>The rolls by their names, and how far an actor reaches.</summary>
internal sealed class RollCatalogue(SchoolsDb db, IUnitDirectory units, IUnitKeeper keeper, TimeProvider time)
{
    /// <summary>A roll for one import or export; null for a name that none has.</summary>
    public IRoll? Find(string name) => name switch
    {
        "schools" => new SchoolsRoll(db, units, keeper),
        "classes" => new ClassesRoll(db, new(db, units)),
        "rooms" => new RoomsRoll(db, new(db, units)),
        "teachers" => new TeachersRoll(db, new(db, units)),
        "pupils" => new PupilsRoll(db, new(db, units), new(db)),
        _ => null,
    };

    /// <summary>What an actor reaches by a right, today.</summary>
    public RollScope ScopeOf(Actor actor, string right, bool isDryRun)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        return new(today, today.Month >= 9 ? today.Year : today.Year - 1, actor.IsSystem ? null : actor.UnitsFor(right), isDryRun);
    }
}

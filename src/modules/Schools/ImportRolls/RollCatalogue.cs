using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Schools.Rolls;

namespace Shuren.Schools.ImportRolls;

/// <summary>The rolls by their names, and how far the actor reaches.</summary>
internal sealed class RollCatalogue(SchoolsDb db, IUnitDirectory units, IUnitKeeper keeper, SchoolScope reach, TimeProvider time)
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

    /// <summary>What the actor reaches by a right, today.</summary>
    public async Task<RollScope> ScopeAsync(string right, bool isDryRun, CancellationToken ct)
    {
        var today = time.Today();
        return new(today, Period.SchoolYearOf(today), await reach.RunAsync(right, ct), await reach.RunAsync(SchoolsRights.Manage, ct) is null, isDryRun);
    }
}

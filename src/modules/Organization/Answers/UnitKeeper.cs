using Shuren.Contracts.Organization;
using Shuren.Kernel;
using Shuren.Organization.KeepUnits;
using Shuren.Organization.ManageUnits;

namespace Shuren.Organization.Answers;

/// <summary>Adds units for rooms whose things stand on them.</summary>
internal sealed class UnitKeeper(OpenUnits open, AddUnit add) : IUnitKeeper
{
    public async Task<Outcome<IReadOnlyList<Guid>>> AddAsync(IReadOnlyList<NewUnit> units, string why, CancellationToken ct)
    {
        var book = await open.RunAsync(ct);
        List<Guid> ids = [];
        foreach (var unit in units)
        {
            var written = add.Write(book, new(unit.Name, "", unit.Kind, unit.Parent, []) { On = unit.On, Id = unit.Id }, why);
            if (!written.Succeeded)
                return written.Refusals.ToList();
            ids.Add(written.Value);
        }
        book.Settle();
        return ids;
    }
}

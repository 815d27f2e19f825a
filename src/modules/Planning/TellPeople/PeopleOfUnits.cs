using Shuren.Contracts.Organization;
using Shuren.Platform;
using Shuren.Platform.Rights;

namespace Shuren.Planning.TellPeople;

/// <summary>Who is told when a unit is spoken of: the people who report for it, or the office where a unit has none.</summary>
internal sealed class PeopleOfUnits(IUnitDirectory units, IAccountDirectory accounts) : IHandler
{
    private static readonly string[] Chiefs = [Roles.SectionChief, Roles.Principal];
    private static readonly string[] Everybody = [.. Chiefs, Roles.SectionStaff, Roles.SchoolStaff];

    /// <param name="unit">The unit.</param>
    /// <param name="chiefsOnly">Only those who sign for it.</param>
    /// <param name="ct">Stops the wait.</param>
    public async Task<IReadOnlyList<Guid>> RunAsync(Guid unit, bool chiefsOnly, CancellationToken ct)
    {
        var people = await accounts.HoldersAsync([unit], chiefsOnly ? Chiefs : Everybody, ct);
        if (people.Count == 0 && (await units.AllAsync(ct)).FirstOrDefault(card => card.Parent is null) is { } bureau)
            people = await accounts.HoldersAsync([bureau.Id], [Roles.Office], ct);
        return [.. people.Select(person => person.Id)];
    }
}
